// The connection that keeps a daemon alive in the server's eyes: heartbeats, and notifications. Nothing else
// is asked on it, so that nothing which waits makes the daemon fall silent.
#pragma once

#include "daemon/database_watch.hpp"
#include "lanes/unit_set.hpp"
#include "server/server_loop.hpp"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace fanout::worker_detail {

class keeper {
public:
    keeper(const std::string& connection_string, const unit_set& units, database_watch& watched_by);

    /// For how long the server has been out of reach; zero where it isn't.
    std::chrono::steady_clock::duration out_of_reach() const;
    /// Ends it with what it is doing.
    void stop() { loop_.stop(); }
    bool has_ended() const { return loop_.has_ended(); }

private:
    using clock = std::chrono::steady_clock;

    void work(std::stop_token stop);
    void note_lost();
    void listen();
    void wake(const std::string& handler);
    void ask_whether_to_stop();
    struct sign_of_life {
        std::shared_ptr<unit> of;
        holdings held;
    };
    void beat();
    void beat(const std::function<bool(const lane&)>& is_concerned);
    void beat_one_by_one(const std::vector<sign_of_life>& signs);
    void beat(std::span<const sign_of_life> signs);
    void set_interval(std::chrono::milliseconds interval);

    const unit_set& units_;
    database_watch& watch_;
    bool knows_pooler_ = false;  // has said so
    clock::time_point next_beat_{};
    std::chrono::milliseconds interval_{0};  // until a worker has been heard of
    struct ended_run {
        std::string run_id;
        clock::time_point heard_at;
        bool has_been_asked;
    };
    std::vector<ended_run> ended_runs_;
    std::atomic<clock::time_point> out_of_reach_since_{};  // the epoch: it isn't
    server_loop loop_;                                     // the last one: its thread uses the others
};

}  // namespace fanout::worker_detail
