// Time that goes on evenly, whatever is done to the system's clock: for how long something takes or is
// believed within a backend.
#pragma once

#include <chrono>
#include <cstdint>

namespace fanout {

/// In microseconds, since some moment before the server's start.
inline int64_t steady_clock_us() {
    const auto time = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(time).count();
}

}  // namespace fanout
