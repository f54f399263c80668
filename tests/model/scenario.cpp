#include "scenario.hpp"

#include "comparison.hpp"
#include "definition.hpp"

#include <chrono>
#include <thread>

namespace model {
namespace {

using fanout::worker_detail::server_error;
using std::chrono::steady_clock;

/// A run with so long nothing new hangs.
// A run of a low priority waits as long as those of higher ones have work behind the same limit, which on a busy
// machine takes minutes.
constexpr std::chrono::seconds patience{240};
constexpr int most_resumes = 10;

struct progress {
    std::string status;
    int done = 0;
    int queued = 0;  ///< rows in the queue
    auto operator<=>(const progress&) const = default;
};

class running {
public:
    running(connection& database, const flow& of, const run_plan& plan)
        : database_(database), flow_(of), plan_(plan) {
        run_id_ = database_.run("SELECT gen_random_uuid()")[0][0].c_str();
    }

    void start() {
        const std::string statement = start_statement(flow_, plan_, run_id_);
        database_.run(statement);
        if (plan_.starts_twice) database_.run(statement);
    }

    std::vector<std::string> finish() {
        if (!wait_for_end(plan_.cancel_after)) return {hangs()};
        for (int i = 0; i < most_resumes && plan_.resumes && status_ != "completed"; ++i) {
            if (!resume() || !wait_for_end(std::nullopt)) return {hangs()};
        }
        std::vector<std::string> differences = compare(flow_, plan_, observe(database_, run_id_));
        look_for_remains(differences);
        for (std::string& difference : differences) difference = "run " + run_id_ + ": " + difference;
        return differences;
    }

private:
    /// Not from the partitioned results: planning that takes 26 ms, a hundred times a second.
    progress look() {
        const pqxx::result row = database_.run(
            "SELECT r.status, (SELECT coalesce(sum(s.total_tasks - u.remaining), 0) FROM fanout.step_states s "
            "          JOIN fanout.unfinished_tasks u USING (state_id) WHERE s.run_id = r.run_id AND s.total_tasks IS NOT NULL), "
            "       (SELECT count(*) FROM fanout.queue q JOIN fanout.step_states s USING (state_id) WHERE s.run_id = r.run_id) "
            "FROM fanout.runs r WHERE r.run_id = $1::uuid",
            run_id_);
        return {row[0][0].c_str(), row[0][1].as<int>(), row[0][2].as<int>()};
    }

    /// Waits until the run has ended and nobody holds anything of it.
    bool wait_for_end(std::optional<int> cancel_after) {
        progress last;
        auto changed = steady_clock::now();
        while (steady_clock::now() - changed < patience) {
            const progress now = look();
            status_ = now.status;
            if (now.status != "started" && now.queued == 0) return true;
            if (cancel_after && now.done >= *cancel_after) {
                database_.run("SELECT fanout.cancel_run($1)", run_id_);
                cancel_after.reset();
            }
            if (now != last) changed = steady_clock::now();
            last = now;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return false;
    }

    bool resume() {
        try {
            database_.run("SELECT fanout.resume_run($1)", run_id_);
        } catch (const server_error& e) {
            if (e.sqlstate != "PFBSY") throw;
        }
        return true;
    }

    std::string hangs() {
        const progress now = look();
        return "run " + run_id_ + " is " + now.status + " with " + std::to_string(now.done) +
               " results and " + std::to_string(now.queued) + " rows in the queue, and nothing happens";
    }

    void look_for_remains(std::vector<std::string>& differences) {
        const pqxx::result row = database_.run(
            "SELECT (SELECT count(*) FROM fanout.stripes p JOIN fanout.step_states s USING (state_id) "
            "         WHERE s.run_id = $1::uuid AND s.status = 'completed')",
            run_id_);
        if (row[0][0].as<int>() > 0) differences.push_back("completed steps have stripes");
    }

    connection& database_;
    const flow& flow_;
    const run_plan& plan_;
    std::string run_id_, status_;
};

}  // namespace

std::vector<std::string> play(connection& database, const flow& of, catalogue& flows) {
    try {
        flows.add(of);
        for (const std::string& statement : definition(of)) database.run(statement);
        std::vector<running> runs;
        for (const run_plan& plan : of.runs) runs.emplace_back(database, of, plan).start();
        std::vector<std::string> differences;
        for (running& run : runs) {
            const std::vector<std::string> found = run.finish();
            differences.insert(differences.end(), found.begin(), found.end());
        }
        return differences;
    } catch (const server_error& e) {
        return {std::string("the server says: ") + e.what()};
    }
}

}  // namespace model
