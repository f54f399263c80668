// What handlers may be told at most, and how long names may be, wherever they are defined: in the configuration, by a program,
// by a plugin.
#pragma once

#include <algorithm>
#include <string_view>
#include <thread>

namespace fanout::worker_detail {

inline constexpr int most_at_once = 10000, most_prefetched = 100000, most_lanes = 64;

inline constexpr char no_name[] = "is no name: it is empty, longer than 255 bytes, or has a zero byte";

/// Whether the server takes it for the name of a worker, a queue or a handler.
inline bool is_name(std::string_view text) {
    constexpr size_t longest = 255;
    return !text.empty() && text.size() <= longest && text.find('\0') == text.npos;
}

/// How many tasks run at once where nobody says otherwise and each is work for this machine.
inline int usual_for_this_machine() {
    return static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U));
}

}  // namespace fanout::worker_detail
