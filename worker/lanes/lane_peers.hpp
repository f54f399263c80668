// The lanes of one handler see to it that few of them ask the server at once: few large calls cost less than
// many small ones, and one notification, or one task, is not to make all of them ask.
#pragma once

#include "base/starvation.hpp"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <vector>

namespace fanout::worker_detail {

/// What a lane shows the others of its handler. Its own thread writes it, any thread reads.
class lane_signs {
public:
    using clock = std::chrono::steady_clock;

    /// Whether nothing is in flight and the server had nothing either.
    std::atomic<bool> is_idle = false;
    starvation starved;

    /// Until then it takes all that there is, with calls that are short and come soon. For so long only: it
    /// may lose its connection.
    void take_all_until(clock::time_point time) { takes_all_until_ = time; }
    bool takes_all(clock::time_point now) const { return now < takes_all_until_.load(); }
    /// Whether it waits for the server more than it works.
    bool waits(clock::time_point now) const { return starved.is_believed(now, is_idle); }

private:
    std::atomic<clock::time_point> takes_all_until_{};
};

/// A lane as others of its handler see it.
class lane_peer {
public:
    virtual ~lane_peer() = default;
    virtual const lane_signs& signs() const = 0;
    /// It asks the server again soon: something may be claimable.
    virtual void wake() = 0;
};

/// One lane's view of the others. It is made before the lane runs, and only read from then on.
class lane_peers {
public:
    using clock = std::chrono::steady_clock;

    lane_peers() = default;
    /// @param next    to be woken when there seems to be more than this one can take
    /// @param before  those that come first
    lane_peers(std::weak_ptr<lane_peer> next, std::vector<std::weak_ptr<lane_peer>> before)
        : next_(std::move(next)), before_(std::move(before)) {}

    /// There seems to be more than this lane can take.
    void wake_next() const;
    /// Whether one before this takes all that there is.
    bool one_takes_all(clock::time_point now) const;
    /// Whether enough lanes before this one wait for the server more than they work. Where tasks take next to
    /// no time, more calls at once only get into each other's way.
    bool enough_wait(clock::time_point now) const;
    /// Whether this lane may soon have to take what those before it leave: it is one of the first, and some of
    /// those are at work. Lanes further behind are woken by the one before, once that has found something.
    bool may_leave_some() const;

private:
    template <typename F> std::ptrdiff_t count_before(F is_so) const;

    std::weak_ptr<lane_peer> next_;
    std::vector<std::weak_ptr<lane_peer>> before_;
};

/// Makes these lanes each other's peers, in a ring: one that seems to leave something behind wakes the next,
/// round and round; and while one takes all, those behind it don't.
/// @param lanes  of anything that has set_peers()
template <typename Lane> void connect_peers(const std::vector<std::shared_ptr<Lane>>& lanes) {
    std::vector<std::weak_ptr<lane_peer>> before;
    for (size_t i = 0; i < lanes.size(); ++i) {
        lanes[i]->set_peers(lane_peers(lanes[(i + 1) % lanes.size()], before));
        before.push_back(lanes[i]);
    }
}

}  // namespace fanout::worker_detail
