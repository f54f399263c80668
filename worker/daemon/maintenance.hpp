// What any daemon does for all: maintenance. On a connection of its own, since it may wait for others. And
// what its own daemon wants to know of the database.
#pragma once

#include "daemon/database_watch.hpp"
#include "lanes/unit_set.hpp"
#include "server/server_loop.hpp"

#include <string>

namespace fanout::worker_detail {

class maintenance {
public:
    maintenance(const std::string& connection_string, const unit_set& units, bool once,
                database_watch& watched_by);

    /// With `once`: whether every lane is idle and the server says that nothing is left.
    bool nothing_is_left() const { return nothing_is_left_; }
    /// Ends it with what it is doing.
    void stop() { loop_.stop(); }
    bool has_ended() const { return loop_.has_ended(); }

private:
    using clock = std::chrono::steady_clock;

    void work(std::stop_token stop);
    void maintain();
    std::chrono::milliseconds time_to_next();
    void check_what_is_left();
    void read_values();

    const unit_set& units_;
    const bool once_;
    server_values& server_values_;
    bool values_failed_ = false;  // has said so
    std::atomic<bool> nothing_is_left_ = false;
    server_loop loop_;  // the last one: its thread uses the others
};

}  // namespace fanout::worker_detail
