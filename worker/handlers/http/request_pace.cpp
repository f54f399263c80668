#include "handlers/http/request_pace.hpp"

#include <cmath>

namespace fanout::worker_detail {
namespace {

using seconds = std::chrono::duration<double>;

constexpr std::chrono::hours longest_hold{1};
constexpr double back_off_factor = 0.7, cubic_scale = 0.4;
constexpr double least_rate = 0.5;   // else it would take long to find out that a service is well again
constexpr double memory = 1;         // seconds, of the measured rate
constexpr double most_jitter = 0.1;  // of a wait
// Whoever sends looks at the clock in coarse steps, so what is late is made up; but no long silence.
constexpr std::chrono::milliseconds most_lateness{10};

request_pace::clock::duration span(double count) {
    return std::chrono::duration_cast<request_pace::clock::duration>(seconds(count));
}

}  // namespace

std::optional<double> request_pace::rate(time_point now) const {
    if (!refused_rate_) return std::nullopt;
    const double since = std::max(seconds(now - held_until_).count(), 0.0);
    const double back_at = std::cbrt(*refused_rate_ * (1 - back_off_factor) / cubic_scale);
    return std::max(cubic_scale * std::pow(since - back_at, 3) + *refused_rate_, least_rate);
}

/// Where it was steady, it is that; of a burst, as many as there were.
double request_pace::measured_rate(time_point now) const {
    if (measured_ == 0) return 0;
    return measured_ * std::exp(-seconds(now - last_began_).count() / memory);
}

void request_pace::began(time_point now) {
    measured_ = measured_rate(now) + 1 / memory;
    last_began_ = now;
    if (const auto most = rate(now))
        next_at_ = std::max(next(), now - most_lateness) + span(random(0.5, 1.5) / *most);
}

bool request_pace::refused(time_point began, time_point now, clock::duration wait) {
    const bool is_news = began >= held_until_;
    if (is_news) {
        // Its answer may have taken long: what counts is how many there were when it was sent.
        const double measured = measured_rate(std::max(began, last_began_));
        refused_rate_ = std::max(std::min(rate(began).value_or(measured), measured), least_rate);
    }
    const auto held =
        std::chrono::ceil<std::chrono::milliseconds>(std::min<clock::duration>(wait, longest_hold));
    held_until_ = std::max(held_until_, now + a_little_more_than(held));
    return is_news;
}

std::chrono::milliseconds request_pace::a_little_more_than(std::chrono::milliseconds wait) {
    return std::chrono::milliseconds(
        static_cast<int64_t>(static_cast<double>(wait.count()) * random(1, 1 + most_jitter)));
}

double request_pace::random(double from, double to) {
    return std::uniform_real_distribution<double>(from, to)(random_);
}

}  // namespace fanout::worker_detail
