// What the database says of its queues: asked on the connection for maintenance, when somebody wants to
// know.
#pragma once

#include "base/sample.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace fanout::worker_detail {

class server_values {
public:
    using clock = std::chrono::steady_clock;

    /// The values of a moment ago; older ones are asked for anew, and if they don't come within half a
    /// second, or the database can't be reached, what there was last. How old they are is one of them.
    samples read();

    /// Whether the database is to be asked.
    bool are_wanted() const;
    /// What it said.
    void store(samples values);
    /// Whether it can be asked at present: else nobody is to wait for it.
    void set_reachable(bool reachable);

private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    bool wanted_ = false, reachable_ = true;
    samples values_;
    clock::time_point stored_at_{};  // the clock's start: nothing has been stored
};

}  // namespace fanout::worker_detail
