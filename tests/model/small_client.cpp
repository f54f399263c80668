#include "clients.hpp"
#include "random_source.hpp"
#include "worker_session.hpp"

#include <thread>

namespace model {
namespace {

using fanout::worker_detail::pqxx_row;
using fanout::worker_detail::server_error;

class small_client {
public:
    explicit small_client(const client_setting& setting)
        : setting_(setting), random_(setting.seed), session_(setting) {}

    void run() {
        session_.enroll();
        while (!setting_.stops) round();
        session_.unregister();
    }

private:
    void round() {
        const pqxx::result claimed = session_.database().run(
            "SELECT claim_id, run_id, flow_slug, step_slug, task_index, attempt, handler, input FROM fanout.claim_tasks($1, $2)",
            session_.id(), random_.between(1, 5));
        std::vector<std::string> on_the_server;
        for (const auto& row : claimed) {
            const bool is_sql = std::string(row[6].c_str()).starts_with("sql:");
            if (is_sql) on_the_server.push_back(row[0].c_str());
            if (!is_sql) finish(row);
        }
        session_.run_sql_claims(std::move(on_the_server));
        session_.beat();
        if (claimed.empty()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }

    void finish(const pqxx_row& row) {
        const attempt_end end =
            session_.perform(row[2].c_str(), row[3].c_str(), json::parse(row[7].c_str()), row[5].as<int>());
        const int times = random_.percent(5) ? 2 : 1;
        try {
            for (int i = 0; i < times; ++i) repeat_while_busy([&] { report(row, end); });
        } catch (const server_error& e) {
            if (!is_out_of_date(e)) throw;
        }
    }

    void report(const pqxx_row& row, const attempt_end& end) {
        const std::string run_id = row[1].c_str(), step = row[3].c_str(), index = row[4].c_str();
        if (end.error) {
            session_.database().run("SELECT fanout.fail_task($1, $2, $3, $4, $5, worker_id => $6)", run_id,
                                    step, index, *end.error, end.is_final, session_.id());
        } else {
            session_.database().run("SELECT fanout.complete_task($1, $2, $3, $4, worker_id => $5)", run_id,
                                    step, index, end.output.dump(), session_.id());
        }
    }

    const client_setting& setting_;
    random_source random_;
    worker_session session_;
};

}  // namespace

void run_small_client(const client_setting& setting) {
    small_client(setting).run();
}

void run_keeper(const client_setting& setting) {
    connection database("");
    while (!setting.stops) {
        database.run("SELECT fanout.maintain()");
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

}  // namespace model
