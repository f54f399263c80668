// How often a service may be asked that has said that it is asked too often.
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>
#include <random>

namespace fanout::worker_detail {

/// When a service refuses a request and says when to come again, nothing is sent until then; afterwards
/// requests are spread over time, instead of coming back all at once. The rate follows CUBIC (RFC 9438, with
/// requests a second for a window): seven tenths of the one that was refused, back to it ever more slowly,
/// and beyond it ever more quickly. AWS's SDKs use it in the same way ("adaptive" retries). Without refusals
/// there is no pace. Not safe for threads.
class request_pace {
public:
    using clock = std::chrono::steady_clock;
    using time_point = clock::time_point;

    /// When the next request may begin; long ago: at once.
    time_point next() const { return std::max(held_until_, next_at_); }
    /// Until when nothing may be sent.
    time_point held_until() const { return held_until_; }
    /// Requests a second, as of then; none: as many as there are.
    std::optional<double> rate(time_point now) const;

    /// A request has begun.
    void began(time_point now);
    /// A request was refused.
    /// @param began  when it was sent: those that were on their way when another was refused say nothing new
    /// @param wait   how long the service wants to be left alone; more than an hour counts as an hour
    /// @returns whether it says something new
    bool refused(time_point began, time_point now, clock::duration wait);

    /// Up to a tenth more: what was told to wait equally long, here and in other daemons, doesn't come back
    /// in step.
    std::chrono::milliseconds a_little_more_than(std::chrono::milliseconds wait);

private:
    double measured_rate(time_point now) const;
    double random(double from, double to);

    time_point held_until_ = time_point::min(), next_at_ = time_point::min();
    std::optional<double> refused_rate_;
    double measured_ = 0;  // requests a second of late, as of the last one
    time_point last_began_ = time_point::min();
    std::minstd_rand random_{std::random_device{}()};
};

}  // namespace fanout::worker_detail
