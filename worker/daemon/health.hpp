// Whether the daemon works: /healthz and the service manager's watchdog ask whether its loops turn, /readyz
// whether it can take tasks.
#pragma once

#include "base/loop_status.hpp"
#include "base/sample.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace fanout::worker_detail {

class health {
public:
    using time_point = loop_status::time_point;

    /// Watches a loop until the last pointer to its status is gone.
    void watch(const std::shared_ptr<loop_status>& loop);
    /// All loops have been made.
    void set_started() { started_ = true; }
    void set_draining() { draining_ = true; }
    bool is_draining() const { return draining_; }

    /// The loops that don't turn, a line each; none: the daemon is healthy. A lost database is no reason.
    std::vector<std::string> stuck_loops(time_point now) const;
    /// Why it can't take tasks at present, a line each; none: it can, of one of its databases at least.
    std::vector<std::string> not_ready_because(time_point now) const;
    /// Loops that have asked the server and had no answer for longer than this, and for how long the first of
    /// them hasn't.
    struct unanswered {
        std::string loops;
        loop_status::clock::duration time{};
    };
    unanswered unanswered_for(loop_status::clock::duration least, time_point now) const;
    /// When any loop had its last answer from the server; long ago: never.
    time_point answered() const;
    /// What the lanes hold.
    int tasks_in_flight() const;
    /// The same for /metrics.
    samples read(time_point now) const;

private:
    std::vector<std::shared_ptr<loop_status>> loops() const;
    /// Where there are several: whether tasks can be taken of each.
    std::map<std::string, bool> ready_databases(time_point now) const;

    mutable std::mutex mutex_;
    mutable std::vector<std::weak_ptr<loop_status>> loops_;
    std::atomic<bool> started_ = false, draining_ = false;
};

}  // namespace fanout::worker_detail
