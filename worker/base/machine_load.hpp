// Whether the machine has too much to do, whoever causes it.
#pragma once

#include <chrono>
#include <mutex>
#include <string>

namespace fanout::worker_detail {

/// Looks at what the kernel says, ten times a second at most.
class machine_load {
public:
    using time_point = std::chrono::steady_clock::time_point;

    /// Whether more threads than the processors can serve were ready to run for about the last second, or
    /// whole parts of the last ten seconds were lost to waiting for memory.
    bool is_busy(time_point now);

private:
    void look(time_point now);

    std::mutex mutex_;
    time_point looked_at_{};
    double runnable_ = 0;  ///< a processor, smoothed
    bool short_of_memory_ = false;
};

/// The threads that are ready to run, of /proc/loadavg: "0.20 0.18 0.12 3/80 11206" has 3. Unknown: 0.
int runnable_threads(const std::string& loadavg);

/// The percentage of the last ten seconds in which all were stalled, of /proc/pressure/memory. Unknown: 0.
double stalled_percentage(const std::string& pressure);

}  // namespace fanout::worker_detail
