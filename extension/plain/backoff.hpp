// How long a failed task waits before its next attempt. Plain C++.
#pragma once

#include <algorithm>
#include <cstdint>

namespace fanout {

/// Capped exponential backoff: the pause doubles from `base_us` with each failed attempt up to `max_us`.
/// @param attempt  the attempt that failed, 1-based
/// @return microseconds
inline int64_t backoff_us(int64_t base_us, int64_t max_us, int attempt) {
    int64_t pause = base_us;
    for (int i = 1; i < attempt && pause < max_us; ++i) pause = pause > max_us / 2 ? max_us : pause * 2;
    return std::min(pause, max_us);
}

/// When the next attempt may begin. Retries whose times are in one window, [window_begin, window_end), may
/// wait until its end together.
struct retry_time {
    int64_t at_us, window_begin_us, window_end_us;
};

inline retry_time retry_within(int64_t at_us, int64_t window_us) {
    const int64_t window = std::max<int64_t>(window_us, 1), begin = at_us / window * window;
    return {at_us, begin, begin + window};
}

/// With equal jitter, after the upper half of the pause (Marc Brooker, "Exponential Backoff And Jitter", AWS
/// Architecture Blog, 2015), and not before the time that was asked for. A window is a second, or an eighth
/// of a shorter time; of a long pause a sixteenth of what it is drawn from: at so many different times they
/// do not come all at once.
/// @param pause_us  by the backoff
/// @param asked_us  what a service asks for; 0: nothing
/// @param random    from [0, 1)
/// @return as `now_us`; with the window's end within the pause, if no more was asked for
inline retry_time next_retry(int64_t now_us, int64_t pause_us, int64_t asked_us, double random) {
    constexpr int64_t second = 1'000'000;
    const int64_t window = std::max(std::min(pause_us / 8, second), pause_us / 32);
    const int64_t half = pause_us / 2;
    const int64_t drawn = half + static_cast<int64_t>(static_cast<double>(pause_us - half - window) * random);
    if (asked_us > drawn) return retry_within(now_us + asked_us, std::min(asked_us / 8, second));
    return retry_within(now_us + drawn, window);
}

}  // namespace fanout
