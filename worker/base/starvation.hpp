// Whether a lane waits for the server more than it works.
#pragma once

#include <atomic>
#include <chrono>

namespace fanout::worker_detail {

/// Judged from one answer of the server to the next, where both gave tasks: a lane is starved if for most of
/// that time there was nothing to execute. It is believed while the lane asks, for a moment after an answer,
/// and of a lane that is idle; but not of one that is at work for longer. One thread writes it, others read.
class starvation {
public:
    using clock = std::chrono::steady_clock;

    void asks(clock::time_point now) {
        if (is_starved_) until_ = now + longest_call;
    }

    /// @param paused  for how long there was nothing to execute, since ever
    /// @param is_full  whether the answer gave as many tasks as were wanted
    /// @param has_tasks  whether it gave any
    void answered(clock::time_point now, clock::duration paused, bool is_full, bool has_tasks) {
        if (had_tasks_ && is_full) is_starved_ = 2 * (paused - paused_) > now - answered_at_;
        had_tasks_ = has_tasks;
        answered_at_ = now;
        paused_ = paused;
        until_ = is_starved_ ? now + moment : clock::time_point{};
    }

    bool is_believed(clock::time_point now, bool is_idle) const {
        return (is_starved_ && is_idle) || now < until_.load();
    }

private:
    static constexpr std::chrono::milliseconds moment{20};
    static constexpr std::chrono::seconds longest_call{1};

    std::atomic<bool> is_starved_ = false;
    std::atomic<clock::time_point> until_{};
    bool had_tasks_ = false;
    clock::time_point answered_at_{};
    clock::duration paused_{};
};

}  // namespace fanout::worker_detail
