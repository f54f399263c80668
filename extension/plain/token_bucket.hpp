// A token bucket: what a rate lets through. Plain C++; times are in microseconds.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

namespace fanout {

/// Fills at `rate` tokens per `per_us`, up to `burst`.
struct token_bucket {
    int32_t rate = 1;
    int64_t per_us = 1;
    int32_t burst = 1;
    double tokens = 0;
    int64_t refilled_at = 0;

    /// Two who look at nearly the same time may come in the other order: what has been counted up to the
    /// later time isn't counted again. Only a clock that was set back makes the bucket go back, too.
    ///
    /// @param due_at  when a token was to be there for somebody who waits for it; who comes for it a little
    /// late
    ///                finds half a token more at most, else the rate would fall short by every delay. Over
    ///                any time in which a whole number of tokens comes in, no more is let through for it.
    void refill(int64_t now, std::optional<int64_t> due_at = std::nullopt) {
        constexpr int64_t clock_was_set = 10'000'000, a_little = 20'000;
        const int64_t elapsed = now - refilled_at;
        if (elapsed <= 0 && elapsed > -clock_was_set) return;
        if (elapsed > 0) {
            const bool is_late = due_at && now >= *due_at && now - *due_at <= a_little;
            const double come = static_cast<double>(elapsed) * rate / static_cast<double>(per_us);
            tokens = std::max(tokens, std::min(tokens + come, burst + (is_late ? 0.5 : 0.0)));
        }
        refilled_at = now;
    }

    /// How many can be taken now.
    int64_t whole() const { return static_cast<int64_t>(tokens + rounding); }

    void take(int64_t count) { tokens = std::max(tokens - static_cast<double>(count), 0.0); }

    /// When the next one is there.
    int64_t next_at() const {
        const double missing = std::max(1 - tokens, 0.0);
        return refilled_at + static_cast<int64_t>(std::ceil(missing * static_cast<double>(per_us) / rate));
    }

private:
    static constexpr double rounding = 1e-6;
};

}  // namespace fanout
