#include "plain/backoff.hpp"

#include "catch.hpp"

#include <limits>
#include <set>

using fanout::backoff_us;
using fanout::next_retry;
using fanout::retry_time;

namespace {

constexpr int64_t second = 1'000'000, now = 7 * second + 654'321;

}  // namespace

TEST_CASE("the pause doubles up to its cap") {
    CHECK(backoff_us(1000, 8000, 1) == 1000);
    CHECK(backoff_us(1000, 8000, 3) == 4000);
    CHECK(backoff_us(1000, 8000, 4) == 8000);
    CHECK(backoff_us(1000, 8000, 1000) == 8000);
    CHECK(backoff_us(9000, 8000, 1) == 8000);
    CHECK(backoff_us(0, 8000, 1000) == 0);
}

TEST_CASE("no number of attempts overflows") {
    const int64_t most = std::numeric_limits<int64_t>::max();
    CHECK(backoff_us(1, most, 1000) == most);
}

TEST_CASE("a retry comes in the upper half of its pause, with all that share its row") {
    for (int64_t pause : {int64_t{2}, int64_t{999}, second / 5, second, 10 * second, 3600 * second}) {
        for (double random : {0.0, 0.3, 0.999999}) {
            const retry_time t = next_retry(now, pause, 0, random);
            CHECK(t.at_us >= now + pause / 2);
            CHECK(t.window_begin_us <= t.at_us);
            CHECK(t.window_end_us > t.at_us);
            CHECK(t.window_end_us <= now + pause);
        }
    }
    CHECK(next_retry(now, 0, 0, 0.5).at_us == now);
}

TEST_CASE("a retry comes when it was asked for, or little later") {
    for (int64_t asked : {second / 10, second, 60 * second, 86400 * second}) {
        const retry_time t = next_retry(now, second / 20, asked, 0.5);
        CHECK(t.at_us == now + asked);
        CHECK(t.window_end_us <= t.at_us + std::min(asked / 8, second));
    }
}

TEST_CASE("retries of one second come back at few times, those of a long pause spread") {
    for (int64_t pause : {10 * second, 300 * second, 3600 * second}) {
        std::set<int64_t> windows;
        for (int i = 0; i < 1000; ++i)
            windows.insert(next_retry(now + i * 1000, pause, 0, (i * 37 % 1000) / 1000.0).window_end_us);
        CHECK(windows.size() >= 5);
        CHECK(windows.size() <= 18);
    }
}
