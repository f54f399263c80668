// What is told to systemd, or whatever else has set NOTIFY_SOCKET; without it nothing happens. See
// sd_notify(3).
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace fanout::worker_detail {

class service_manager {
public:
    using clock = std::chrono::steady_clock;

    service_manager();

    /// Start-up is complete, or a reload.
    void ready();
    /// The configuration is being read anew; ready() follows.
    void reloading();
    /// The daemon is coming to its end.
    void stopping();
    /// That end takes until then at least; to be repeated before.
    void stops_within(std::chrono::seconds time);
    /// A line for people; sent where it differs from the last.
    void status(const std::string& text);
    /// The daemon is alive: to be called often, and not while it is not. Sent twice as often as the watchdog
    /// asks.
    void alive();

private:
    std::chrono::microseconds alive_interval_{};  // 0: there is no watchdog
    clock::time_point next_alive_{};
    std::optional<std::string> status_;
};

}  // namespace fanout::worker_detail
