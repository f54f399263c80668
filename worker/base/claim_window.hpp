// How many tasks a lane holds.
#pragma once

#include <algorithm>
#include <chrono>
#include <utility>

namespace fanout::worker_detail {

/// The slots, and what the executors do in a fifth of a second at their pace of late: enough that fast tasks
/// come in large claims, and so few that slow ones are left to other workers. It starts with the slots and
/// grows fourfold at most with each measurement, so that a few fast tasks ahead of slow ones are not believed
/// much. Time in which the server is waited for says nothing: where many connections share it, each would
/// make small claims, and these the server busier.
class claim_window {
public:
    using time_point = std::chrono::steady_clock::time_point;

    /// @param most  never more than this, whatever the pace
    claim_window(int slots, int most) : slots_(slots), most_(most), size_(slots) {}

    /// Nothing is left to execute, or there is something again. The time between says nothing about the pace.
    void pause(time_point now) {
        if (!std::exchange(is_paused_, true)) paused_at_ = now;
    }
    void resume(time_point now) {
        if (!std::exchange(is_paused_, false)) return;
        paused_ += now - paused_at_;
        since_ += now - paused_at_;
    }
    /// How long that was, all in all.
    time_point::duration paused(time_point now) const {
        return is_paused_ ? paused_ + (now - paused_at_) : paused_;
    }

    void finished(int tasks, time_point now) {
        const time_point until = is_paused_ ? paused_at_ : now;
        done_ += tasks;
        const std::chrono::duration<double> elapsed = until - since_;
        // All that it holds, in a few rounds of all slots: tasks that happen to end together don't look fast.
        const bool enough = elapsed.count() > 0 && done_ >= std::max(4 * slots_, size());
        if (!enough && elapsed < longest_measure) return;
        const double wanted = slots_ + done_ / elapsed.count() * ahead.count();
        size_ = std::min({std::max(wanted, (size_ + wanted) / 2), size_ * 4, static_cast<double>(most_)});
        done_ = 0;
        since_ = until;
    }

    /// What it holds takes much longer than was believed: it begins anew.
    void begin_anew(time_point now) {
        size_ = slots_;
        done_ = 0;
        since_ = is_paused_ ? paused_at_ : now;
    }

    /// The window is at least as large at once, and smaller with the next measurement.
    void set_slots(int slots) {
        slots_ = slots;
        size_ = std::clamp(size_, static_cast<double>(slots), static_cast<double>(most_));
    }

    int size() const { return static_cast<int>(size_); }

private:
    static constexpr std::chrono::duration<double> ahead{0.2}, longest_measure{1};

    int slots_, most_;
    int done_ = 0;
    time_point since_{}, paused_at_{};
    bool is_paused_ = true;
    time_point::duration paused_{};
    double size_;
};

}  // namespace fanout::worker_detail
