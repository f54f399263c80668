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
            if (!(plan_.retries_by_hand && i % 2 == 0 && retry("status = 'failed'", 200))) resume();
            if (!wait_for_end(std::nullopt)) return {hangs()};
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
            if (now.status != "started" && now.queued == 0) {
                if (plan_.is_steered) go_on();
                return true;
            }
            if (cancel_after && now.done >= *cancel_after) {
                database_.run("SELECT fanout.cancel_run($1)", run_id_);
                cancel_after.reset();
            }
            if (plan_.is_steered) steer();
            if (now != last) changed = steady_clock::now();
            last = now;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return false;
    }

    /// Something that says no by one of these SQLSTATEs may do so: the run ends at any moment, and calls are under way.
    bool try_to(const std::string& statement, const auto&... parameters) {
        try {
            database_.run(statement, parameters...);
            return true;
        } catch (const server_error& e) {
            if (e.sqlstate != "PFBSY" && e.sqlstate != "PFRDY" && e.sqlstate != "PFARG") throw;
            return false;
        }
    }

    void resume() {
        if (!plan_.follows) {
            try_to("SELECT fanout.resume_run($1)", run_id_);
            return;
        }
        for (const std::string& statement : other_definition(flow_, resumes_++)) database_.run(statement);
        try_to("SELECT fanout.resume_run($1, definition => 'current')", run_id_);
    }

    void go_on() { database_.run("SELECT fanout.continue_run($1)", run_id_); }

    /// By turns, so that nothing is paused for long. None of it changes what the run comes to.
    void steer() {
        switch (looks_++ % 8) {
        case 1:
            try_to("SELECT fanout.pause_run($1, 'for a moment')", run_id_);
            break;
        case 2:
            try_to("SELECT fanout.set_priority($1, $2)", run_id_, looks_ % 5 - 2);
            break;
        case 4:
            go_on();
            break;
        case 6:
            retry("status = 'queued' AND attempts > 0", 10);
            break;
        default:
            break;
        }
    }

    /// Returns whether one of these tasks is tried again.
    bool retry(const std::string& which, int most) {
        const pqxx::result tasks =
            database_.run("SELECT step_slug, task_index FROM fanout.step_tasks WHERE run_id = $1::uuid AND " +
                              which + " ORDER BY 1, 2 LIMIT $2",
                          run_id_, most);
        bool any = false;
        for (const auto& task : tasks)
            any |=
                try_to("SELECT fanout.retry_task($1, $2, $3)", run_id_, task[0].c_str(), task[1].as<int>());
        return any;
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
    int looks_ = 0, resumes_ = 0;
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
