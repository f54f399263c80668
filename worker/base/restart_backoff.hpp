// When a pool may start children, though their program may be broken.
#pragma once

#include "base/backoff_pause.hpp"

namespace fanout::worker_detail {

/// At once, until a child ends before it has answered anything; then one after a pause that grows with each
/// that does the same. A new child that answers shows that the program works.
class restart_backoff {
public:
    using time_point = std::chrono::steady_clock::time_point;

    /// Children that had been started before the last failure say nothing new.
    void failed(time_point started, time_point now) {
        if (started < last_failure_) return;
        last_failure_ = now;
        pause_time_ = pause_.next();
        not_before_ = now + pause_time_;
    }
    void started(time_point now) {
        if (pause_time_ > pause_time_.zero()) not_before_ = now + pause_time_;
    }
    void answered(time_point started) {
        if (pause_time_ > pause_time_.zero() && started >= last_failure_) *this = {};
    }

    bool allows_start(time_point now) const { return now >= not_before_; }
    time_point not_before() const { return not_before_; }

private:
    backoff_pause pause_;
    std::chrono::milliseconds pause_time_{};
    time_point last_failure_{}, not_before_{};
};

}  // namespace fanout::worker_detail
