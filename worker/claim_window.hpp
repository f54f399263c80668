// How many tasks a lane holds.
#pragma once

#include <algorithm>
#include <chrono>

namespace fanout::worker_detail {

/// The slots, and what is done in the next fifth of a second at the pace of late: enough that fast tasks come
/// in large claims, and so few that slow ones are left to other workers.
class claim_window {
public:
    using time_point = std::chrono::steady_clock::time_point;

    /// @param most  never more than this, whatever the pace
    claim_window(int slots, int most) : slots_(slots), most_(most) {}

    /// Nothing is held any more, or again: the time between says nothing about the pace.
    void pause(time_point now) { paused_at_ = now; }
    void resume(time_point now) { since_ += now - paused_at_; }

    void finished(int tasks, time_point now) {
        done_ += tasks;
        const std::chrono::duration<double> elapsed = now - since_;
        // A few rounds of all slots, so that tasks that happen to end together don't look fast.
        const bool enough = elapsed >= shortest_measure && done_ >= 4 * slots_;
        if (!enough && elapsed < longest_measure) return;
        const double pace = done_ / elapsed.count();
        pace_ = std::max(pace, (pace_ + pace) / 2);
        done_ = 0;
        since_ = now;
    }

    int size() const {
        return static_cast<int>(std::min(slots_ + pace_ * ahead.count(), static_cast<double>(most_)));
    }

private:
    static constexpr std::chrono::duration<double> ahead{0.2}, shortest_measure{0.002}, longest_measure{1};

    int slots_, most_;
    int done_ = 0;
    time_point since_{}, paused_at_{};
    double pace_ = 0;  // tasks a second
};

}  // namespace fanout::worker_detail
