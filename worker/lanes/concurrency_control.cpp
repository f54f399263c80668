#include "lanes/concurrency_control.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fanout::worker_detail {
namespace {

// A measurement is over when the throughput's standard error is below this share of it, and not before so
// many attempts.
constexpr double relative_error = 0.04;
constexpr int fewest_attempts = 20, most_attempts = 5000;
constexpr int rounds = 2;
constexpr std::chrono::duration<double> shortest_measurement{0.05};

constexpr double back_off_factor = 0.7;
constexpr int fewest_attempts_in_trouble = 10;
constexpr double most_overloads = 0.1, unusual_failure_ratio = 0.2;
constexpr double most_starved_ratio = 0.2;

constexpr double step = 1.25, least_gain = 0.125;
constexpr int most_holds_between_probes = 8;

}  // namespace

void concurrency_control::measurement::add(const sample& s) {
    ++attempts;
    if (!s.failure) ++successes;
    if (s.failure == failure_cause::overload || s.failure == failure_cause::timeout) ++overloads;
    if (!s.others_waited) ++starved;
    sum += s.took.count();
    sum_of_squares += s.took.count() * s.took.count();
}

/// With so many in flight all the time, the number that ends in a span of time varies as their durations do:
/// its relative standard error is the durations' coefficient of variation divided by its square root. How
/// many of them succeed varies besides.
int concurrency_control::measurement::needed(int limit) const {
    const double mean = sum / attempts;
    const double variance = std::max(sum_of_squares / attempts - mean * mean, 0.0);
    const double squared_variation = mean > 0 ? variance / (mean * mean) : 0;
    const double odds_of_failure = static_cast<double>(attempts - successes) / std::max(successes, 1);
    const double wanted = (squared_variation + odds_of_failure) / (relative_error * relative_error);
    return std::max(
        {fewest_attempts, rounds * limit, static_cast<int>(std::min<double>(wanted, most_attempts))});
}

double concurrency_control::measurement::throughput(time_point now) const {
    const std::chrono::duration<double> elapsed = now - since;
    return successes / elapsed.count();
}

double concurrency_control::measurement::failure_ratio() const {
    return 1 - static_cast<double>(successes) / attempts;
}

concurrency_control::concurrency_control(concurrency_range range, time_point now)
    : range_(range), limit_(range.min), base_(range.min) {
    restart(now, 0);
}

void concurrency_control::add(const sample& s, time_point now) {
    if (s.failure == failure_cause::stopped) return;
    if (measured_.to_skip > 0) {
        if (--measured_.to_skip == 0) restart(now, 0);
        return;
    }
    measured_.add(s);
    if (is_in_trouble()) {
        back_off(now);
        return;
    }
    if (measured_.attempts < measured_.needed(limit_) || now - measured_.since < shortest_measurement) return;
    if (measured_.starved > measured_.attempts * most_starved_ratio) {
        give_up_measurement(now);
        return;
    }
    // Slowly, so that what is unusual stays so for a while.
    const double ratio = measured_.failure_ratio();
    usual_failure_ratio_ = usual_failure_ratio_ ? *usual_failure_ratio_ * 0.8 + ratio * 0.2 : ratio;
    conclude(measured_.throughput(now), now);
}

/// There was too little to do.
void concurrency_control::give_up_measurement(time_point now) {
    if (phase_ == phase::probing) {
        settle(base_, base_speed_, now);
    } else {
        restart(now, 0);
    }
}

bool concurrency_control::is_in_trouble() const {
    const measurement& m = measured_;
    if (m.attempts < fewest_attempts_in_trouble) return false;
    // Beyond what a few unlucky tasks at the beginning of a measurement explain.
    auto more_than = [&](int count, double ratio) {
        const double expected = m.attempts * ratio;
        return count > expected + 2 * std::sqrt(expected * (1 - ratio));
    };
    const double usual = std::min(usual_failure_ratio_.value_or(1) + unusual_failure_ratio, 1.0);
    return machine_is_busy_ || more_than(m.overloads, most_overloads) ||
           more_than(m.attempts - m.successes, usual);
}

/// What is usual is learnt here, too: errors that stay as frequent with less at once don't come of how much
/// there is.
void concurrency_control::back_off(time_point now) {
    const double ratio = measured_.failure_ratio();
    if (usual_failure_ratio_) usual_failure_ratio_ = (*usual_failure_ratio_ + ratio) / 2;
    holds_between_probes_ = std::min(holds_between_probes_ * 2, most_holds_between_probes);
    settle(static_cast<int>(limit_ * back_off_factor), std::nullopt, now);
}

/// Whether half of what a step up promised has come true, or where limits are small and steps large an eighth
/// more; of a step down: whether it cost less than a quarter of what it could. In between the limit stays.
bool concurrency_control::is_worth_it(double throughput) const {
    const double promised = static_cast<double>(limit_) / base_ - 1;
    double wanted = promised / (promised > 0 ? 2 : 4);
    if (phase_ == phase::probing) wanted = std::min(wanted, least_gain);
    return throughput >= *base_speed_ * (1 + wanted);
}

void concurrency_control::conclude(double throughput, time_point now) {
    if (phase_ == phase::holding || !base_speed_) {
        hold(throughput, now);
        return;
    }
    if (!is_worth_it(throughput)) {
        if (phase_ == phase::probing) {
            holds_between_probes_ = std::min(holds_between_probes_ * 2, most_holds_between_probes);
        }
        settle(base_, base_speed_, now);
        return;
    }
    base_ = limit_;
    base_speed_ = throughput;
    if (phase_ == phase::doubling && limit_ < range_.max) {
        try_limit(limit_ * 2, phase::doubling, now);
        return;
    }
    holds_between_probes_ = 1;
    probe_up_next_ = !probe_up_next_;  // on in the same direction
    settle(base_, throughput, now);
}

void concurrency_control::hold(double throughput, time_point now) {
    base_ = limit_;
    base_speed_ = throughput;
    if (phase_ == phase::doubling && limit_ < range_.max) {
        try_limit(limit_ * 2, phase::doubling, now);
        return;
    }
    const int next = --holds_left_ > 0 ? base_ : next_probe();
    if (next == base_) {
        restart(now, 0);
    } else {
        try_limit(next, phase::probing, now);
    }
}

/// A quarter more and a fifth less in turn, as far as the range allows.
int concurrency_control::next_probe() {
    const bool up = std::exchange(probe_up_next_, !probe_up_next_);
    const int more = std::max(base_ + 1, static_cast<int>(std::lround(base_ * step)));
    const int less = std::min(base_ - 1, static_cast<int>(std::lround(base_ / step)));
    return std::clamp(up ? more : less, range_.min, range_.max);
}

void concurrency_control::try_limit(int limit, phase why, time_point now) {
    phase_ = why;
    const int before = std::exchange(limit_, std::clamp(limit, range_.min, range_.max));
    restart(now, std::max(before, limit_));
}

void concurrency_control::settle(int limit, std::optional<double> throughput, time_point now) {
    base_ = std::clamp(limit, range_.min, range_.max);
    base_speed_ = throughput;
    holds_left_ = holds_between_probes_;
    try_limit(base_, phase::holding, now);
}

void concurrency_control::restart(time_point now, int to_skip) {
    measured_ = {};
    measured_.since = now;
    measured_.to_skip = to_skip;
}

}  // namespace fanout::worker_detail
