// What handlers may be told at most, wherever they are defined: in the configuration, by a program, by a plugin.
#pragma once

#include <algorithm>
#include <thread>

namespace fanout::worker_detail {

inline constexpr int most_at_once = 10000, most_prefetched = 100000, most_lanes = 64;

/// How many tasks run at once where nobody says otherwise and each is work for this machine.
inline int usual_for_this_machine() {
    return static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U));
}

}  // namespace fanout::worker_detail
