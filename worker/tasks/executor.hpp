// What runs a lane's tasks in this process or outside of the database, and hands outcomes back.
#pragma once

#include "tasks/task.hpp"

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace fanout::worker_detail {

using outcome_sink = std::function<void(std::vector<outcome>)>;

/// The queue of tasks that haven't begun is the same for all kinds; how they are run is each kind's own.
class executor {
public:
    /// Its destructor stops all that runs and waits for it.
    virtual ~executor() = default;

    void submit(std::vector<claimed_task> tasks);
    /// Forgets the tasks of a claim that haven't begun; returns how many.
    size_t drop(int64_t claim_id);
    /// Forgets all tasks that haven't begun; returns how many.
    size_t drop_all();
    /// Whether there are tasks that haven't begun.
    bool has_waiting() const;
    /// How many tasks may run at once from now on. What runs goes on.
    virtual void set_concurrency(int tasks) = 0;
    /// Whether nothing runs.
    virtual bool is_idle() const = 0;
    /// Whether it begins nothing for a while, gives back what hasn't begun, and wants no more. When that changes, the
    /// sink is called.
    virtual bool is_on_hold() const { return false; }

protected:
    /// Tasks have been added to the queue.
    virtual void wake() = 0;

    mutable std::mutex mutex_;
    std::deque<claimed_task> queue_;  ///< under the mutex
};

using executor_factory = std::function<std::unique_ptr<executor>(outcome_sink)>;

}  // namespace fanout::worker_detail
