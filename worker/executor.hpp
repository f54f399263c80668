// What runs a lane's tasks in this process or outside of the database, and hands outcomes back.
#pragma once

#include "task.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace fanout::worker_detail {

using outcome_sink = std::function<void(std::vector<outcome>)>;

class executor {
public:
    /// Its destructor stops all that runs and waits for it.
    virtual ~executor() = default;

    virtual void submit(std::vector<claimed_task> tasks) = 0;
    /// Forgets the tasks of a claim that haven't begun; returns how many.
    virtual size_t drop(int64_t claim_id) = 0;
    /// Forgets all tasks that haven't begun; returns how many.
    virtual size_t drop_all() = 0;
    /// How many tasks may run at once from now on. What runs goes on.
    virtual void set_concurrency(int tasks) = 0;
    /// Whether there are tasks that haven't begun.
    virtual bool has_waiting() const = 0;
    /// Whether nothing runs.
    virtual bool is_idle() const = 0;
};

using executor_factory = std::function<std::unique_ptr<executor>(outcome_sink)>;

}  // namespace fanout::worker_detail
