// Connections that run claims on the server: SQL tasks, and the engine's own large steps.
#pragma once

#include "lanes/lane.hpp"
#include "lanes/server_jobs.hpp"
#include "server/calls.hpp"
#include "server/server_connection.hpp"

#include <deque>
#include <thread>

namespace fanout::worker_detail {

class server_pool {
public:
    server_pool(int connections, const std::string& connection_string, lane& owner);

    void submit(std::string kind, std::shared_ptr<claim> c, int tasks);
    /// Forgets the claim if it hasn't begun; returns how many tasks it has.
    size_t drop(int64_t claim_id);
    /// Begins nothing more: no claim, and no further batch of one. Returns how many tasks were in claims that
    /// hadn't begun.
    size_t drop_all();
    /// Breaks off what runs.
    void abandon();
    /// The server is there again: connections that pause before they are made anew need not.
    void end_pauses();
    /// Whether no statement of a claim runs.
    bool is_idle();

private:
    using clock = std::chrono::steady_clock;
    using job = server_job;

    /// A connection, and what it is about.
    struct runner {
        explicit runner(const std::string& options) : own(options) {}
        server_connection own;
        clock::time_point used_at{};
        // Guarded by the pool's mutex.
        bool is_running = false, is_unwanted = false, pause_is_over = false;
        // Of the statement that runs; guarded by `breaking`, which is held while it is broken off.
        std::mutex breaking;
        std::optional<int> backend;
        std::optional<std::chrono::steady_clock::time_point> asked;
    };
    class statement_under_way;

    void work(std::stop_token stop, runner& r);
    bool connect(server_connection& c);
    void note_connected(int change);
    void work_while_connected(std::stop_token stop, runner& r);
    std::optional<job> take(std::stop_token stop);
    void put_back(job j);
    void finish(const job& j);
    enum class run_end {
        over,
        more,     ///< others wait, who take their turns
        overdue,  ///< it takes much longer than was believed
        error,    ///< after which it is to wait
        busy      ///< somebody else has locked the claim, as who drops its flow
    };
    run_end run(runner& r, job& j, std::stop_token stop);
    enum class statement_end {
        over,
        more,
        apart  ///< it is to be tried again, with fewer claims together
    };
    statement_end run_statement(runner& r, job& j);
    bool run_internal(runner& r, const job& j);
    statement_end run_sql_tasks(runner& r, job& j);
    calls::sql_batch run_together(runner& r, const job& j, const std::vector<job>& along);
    std::vector<job> take_along(const job& first);
    statement_end note_batch(job& j, std::vector<job>& along, const calls::sql_batch& batch);
    bool report(server_connection& c, job& j);
    void note_error(job& j, const server_error& e);
    void note_lost(job& j, const connection_lost& e);

    bool others_wait();
    std::vector<int64_t> take_overdue();
    void watch(std::stop_token stop);
    void wait_for_watch(std::stop_token stop);
    void break_off(runner& r);
    void end_session(int backend);
    bool is_unwanted(const runner& r) const { return r.is_running && (r.is_unwanted || abandoned_); }

    lane& owner_;
    std::string connection_string_;
    std::deque<runner> runners_;
    std::mutex mutex_;  // taken before the lane's own, under which nobody is called
    std::condition_variable_any changed_, to_watch_;
    server_jobs jobs_;
    uint64_t submissions_ = 0;  // how often something came to them
    int connected_ = 0;
    std::atomic<bool> ending_ = false;
    bool abandoned_ = false;
    std::jthread watcher_;
    std::vector<std::jthread> threads_;
};

}  // namespace fanout::worker_detail
