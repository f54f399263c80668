// How long to wait between attempts to reach the server.
#pragma once

#include <algorithm>
#include <chrono>
#include <random>

namespace fanout::worker_detail {

/// For the one connection that looks whether the server is there again, for all others.
inline constexpr std::chrono::milliseconds longest_probe{2500};

/// Doubles from 0.1 s to 10 s; each pause is drawn from the upper half, so that daemons don't come back in
/// step.
class backoff_pause {
public:
    std::chrono::milliseconds next() {
        const double share = std::uniform_real_distribution<double>(0.5, 1.0)(random_);
        const auto result =
            std::chrono::milliseconds(static_cast<int64_t>(static_cast<double>(time_.count()) * share));
        time_ = std::min(time_ * 2, longest);
        return result;
    }
    /// Whether there has been a pause.
    bool has_begun() const { return time_ > shortest; }

private:
    static constexpr std::chrono::milliseconds shortest{100}, longest{10000};
    std::chrono::milliseconds time_ = shortest;
    std::minstd_rand random_{std::random_device{}()};
};

}  // namespace fanout::worker_detail
