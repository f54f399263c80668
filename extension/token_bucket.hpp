// A token bucket: what a rate lets through. Plain C++; times are in microseconds.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace fanout {

/// Fills at `rate` tokens per `per_us`, up to `burst`.
struct token_bucket {
    int32_t rate = 1;
    int64_t per_us = 1;
    int32_t burst = 1;
    double tokens = 0;
    int64_t refilled_at = 0;

    /// Two who look at nearly the same time may come in the other order: what has been counted up to the later
    /// time isn't counted again. Only a clock that was set back makes the bucket go back, too.
    void refill(int64_t now) {
        constexpr int64_t clock_was_set = 10'000'000;
        const int64_t elapsed = now - refilled_at;
        if (elapsed <= 0 && elapsed > -clock_was_set) return;
        if (elapsed > 0) {
            const double come = static_cast<double>(elapsed) * rate / static_cast<double>(per_us);
            tokens = std::min(tokens + come, most());
        }
        refilled_at = now;
    }

    /// How many can be taken now.
    int64_t whole() const { return static_cast<int64_t>(tokens + rounding); }

    void take(int64_t count) { tokens = std::max(tokens - static_cast<double>(count), 0.0); }

    /// When the next one is there.
    int64_t next_at() const {
        const double missing = std::max(1 - tokens, 0.0);
        return refilled_at +
               static_cast<int64_t>(std::ceil(missing * static_cast<double>(per_us) / rate));
    }

private:
    /// Half a token more than the burst: who comes a little late for a token finds what has come in since, else
    /// the rate would fall short by every delay. Over any time in which a whole number of tokens comes in, no
    /// more is let through for it.
    double most() const { return burst + 0.5; }
    static constexpr double rounding = 1e-6;
};

}  // namespace fanout
