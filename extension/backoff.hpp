// How long a failed task waits before its next attempt. Plain C++.
#pragma once

#include <cstdint>

namespace fanout {

/// Capped exponential backoff with equal jitter: the delay doubles from `base_us` with each failed attempt up
/// to `max_us`; the wait is drawn from its upper half. (Equal jitter as in Marc Brooker, "Exponential Backoff
/// And Jitter", AWS Architecture Blog, 2015.)
/// @param attempt  the attempt that failed, 1-based
/// @param random   from [0, 1)
/// @return microseconds
inline int64_t backoff_us(int64_t base_us, int64_t max_us, int attempt, double random) {
    int64_t delay = base_us;
    for (int i = 1; i < attempt && delay < max_us; ++i) delay = delay > max_us / 2 ? max_us : delay * 2;
    if (delay > max_us) delay = max_us;
    const int64_t lower_half = delay / 2;
    const int64_t upper_half = delay - lower_half;
    return lower_half + static_cast<int64_t>(static_cast<double>(upper_half) * random);
}

}  // namespace fanout
