// The connection that keeps a daemon alive in the server's eyes: heartbeats, maintenance, notifications.
#pragma once

#include "backoff_pause.hpp"
#include "unit.hpp"

namespace fanout::worker_detail {

class keeper {
public:
    keeper(const std::string& connection_string, std::vector<std::unique_ptr<unit>>& units, bool once);

    /// With `once`: whether every lane is idle and the server says that nothing is left.
    bool nothing_is_left() const { return nothing_is_left_; }

private:
    using clock = std::chrono::steady_clock;

    void work(std::stop_token stop);
    void look_after(std::stop_token stop, backoff_pause& backoff);
    void pause(std::chrono::milliseconds time, std::stop_token stop);
    void maintain();
    void wake(const std::string& handler);
    void beat();
    void check_what_is_left();
    std::chrono::milliseconds heartbeat_interval();

    connection connection_;
    std::vector<std::unique_ptr<unit>>& units_;
    bool once_;
    std::atomic<bool> nothing_is_left_ = false;
    std::jthread thread_;
};

}  // namespace fanout::worker_detail
