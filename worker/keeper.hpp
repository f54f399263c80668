// The connection that keeps a daemon alive in the server's eyes: heartbeats, maintenance, notifications.
#pragma once

#include "backoff_pause.hpp"
#include "monitor.hpp"
#include "unit_set.hpp"

#include <string>
#include <vector>

namespace fanout::worker_detail {

class keeper {
public:
    keeper(const std::string& connection_string, const unit_set& units, bool once, monitor& watched_by);

    /// With `once`: whether every lane is idle and the server says that nothing is left.
    bool nothing_is_left() const { return nothing_is_left_; }
    /// For how long the server has been out of reach; zero where it isn't.
    std::chrono::steady_clock::duration out_of_reach() const;

private:
    using clock = std::chrono::steady_clock;

    void work(std::stop_token stop);
    void look_after(std::stop_token stop, backoff_pause& backoff);
    void pause(std::chrono::milliseconds time, std::stop_token stop);
    void listen();
    void maintain();
    void wake(const std::string& handler);
    void ask_whether_to_stop();
    std::chrono::milliseconds next_deadline();
    void beat();
    void beat(lane& l);
    void check_what_is_left();
    void read_values();
    void note_connected();
    void note_lost();
    /// Runs a statement; the time that it takes doesn't count as being stuck.
    template <typename... Args> pqxx::result ask(const std::string& sql, const Args&... args) {
        const asking server(*status_);
        return connection_.run(sql, args...);
    }
    std::chrono::milliseconds heartbeat_interval();

    connection connection_;
    const unit_set& units_;
    const bool once_;
    monitor& monitor_;
    std::shared_ptr<loop_status> status_;
    bool values_failed_ = false;  // has said so
    bool knows_pooler_ = false;   // has said so
    struct ended_run {
        std::string run_id;
        clock::time_point heard_at;
        bool has_been_asked;
    };
    std::vector<ended_run> ended_runs_;
    std::atomic<bool> nothing_is_left_ = false;
    std::atomic<std::chrono::steady_clock::time_point> out_of_reach_since_{};  // the epoch: it isn't
    std::jthread thread_;
};

}  // namespace fanout::worker_detail
