// How many tasks of a handler may run at once.
#pragma once

namespace fanout::worker_detail {

/// Fixed where both are the same; else the daemon finds out what is best in between.
struct concurrency_range {
    int min = 1, max = 1;
    bool adapts() const { return min < max; }
    bool operator==(const concurrency_range&) const = default;
};

}  // namespace fanout::worker_detail
