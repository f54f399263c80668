#include "base/restart_backoff.hpp"

#include "catch.hpp"

using namespace fanout::worker_detail;
using namespace std::chrono_literals;

TEST_CASE("children may be started at once until one fails at its start") {
    restart_backoff b;
    const restart_backoff::time_point start{100s};
    CHECK(b.allows_start(start));
    b.started(start);
    CHECK(b.allows_start(start));
    b.failed(start, start + 1ms);
    CHECK_FALSE(b.allows_start(start + 1ms));
    CHECK(b.allows_start(start + 200ms));
}

TEST_CASE("children of one burst that fail count once") {
    restart_backoff b;
    const restart_backoff::time_point start{100s};
    for (int i = 1; i <= 8; ++i) b.failed(start, start + i * 1ms);
    CHECK(b.allows_start(start + 200ms));
}

TEST_CASE("pauses grow, and only one child is started in each") {
    restart_backoff b;
    restart_backoff::time_point now{100s};
    for (int i = 0; i < 12; ++i) {
        b.failed(now, now);
        now = b.not_before();
        REQUIRE(b.allows_start(now));
        b.started(now);
        CHECK_FALSE(b.allows_start(now));
    }
    CHECK(b.not_before() - now >= 5s);
}

TEST_CASE("a new child that answers ends the pauses, an older one doesn't") {
    restart_backoff b;
    const restart_backoff::time_point start{100s};
    b.failed(start, start + 10s);
    b.answered(start);
    CHECK_FALSE(b.allows_start(start + 10s));
    b.answered(start + 11s);
    CHECK(b.allows_start(start + 10s));
}
