// How long an attempt may still take.
#pragma once

#include "tasks/attempt_errors.hpp"

#include <algorithm>

namespace fanout::worker_detail {

/// An attempt's time is up at its step's timeout, and sooner where the step has a heartbeat_timeout and the
/// task has said nothing for so long. Reports are signs of life; handlers that can't report have that time in
/// all.
class attempt_clock {
public:
    using time_point = std::chrono::steady_clock::time_point;

    attempt_clock(const claim& c, time_point began)
        : timeout_(c.timeout), heartbeat_timeout_(c.heartbeat_timeout), deadline_(began + c.timeout),
          heard_(began) {}

    /// The task has reported.
    void heard(time_point now) { heard_ = now; }

    time_point until() const {
        return heartbeat_timeout_ ? std::min(deadline_, heard_ + *heartbeat_timeout_) : deadline_;
    }
    /// Of the timeout alone.
    time_point deadline() const { return deadline_; }
    bool is_over(time_point now) const { return now >= until(); }
    bool is_silent() const { return until() < deadline_; }

    /// What becomes of the attempt when its time is up.
    attempt_failed failure() const { return is_silent() ? silent(*heartbeat_timeout_) : timed_out(timeout_); }

    /// How long it has taken when its time is up.
    std::chrono::steady_clock::duration taken() const { return until() - (deadline_ - timeout_); }

private:
    std::chrono::milliseconds timeout_;
    std::optional<std::chrono::milliseconds> heartbeat_timeout_;
    time_point deadline_, heard_;
};

}  // namespace fanout::worker_detail
