#include "tasks/attempt_clock.hpp"

#include "catch.hpp"

using namespace fanout::worker_detail;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::steady_clock::time_point began{1h};

claim make_claim(std::chrono::milliseconds timeout,
                 std::optional<std::chrono::milliseconds> heartbeat_timeout = {}) {
    claim c{};
    c.timeout = timeout;
    c.heartbeat_timeout = heartbeat_timeout;
    return c;
}

}  // namespace

TEST_CASE("an attempt's time is up at its timeout") {
    attempt_clock clock(make_claim(10s), began);
    CHECK_FALSE(clock.is_over(began + 9999ms));
    CHECK(clock.is_over(began + 10s));
    clock.heard(began + 9s);
    CHECK(clock.is_over(began + 10s));
    CHECK(clock.failure().what() == std::string("did not answer within its timeout of 10000 ms"));
    CHECK(clock.failure().cause == failure_cause::timeout);
    CHECK(clock.taken() == 10s);
}

TEST_CASE("an attempt's time is up when it has been silent, whenever it has reported last") {
    attempt_clock clock(make_claim(10s, 2s), began);
    CHECK_FALSE(clock.is_over(began + 1999ms));
    CHECK(clock.is_over(began + 2s));
    clock.heard(began + 1500ms);
    CHECK_FALSE(clock.is_over(began + 3499ms));
    CHECK(clock.is_over(began + 3500ms));
    CHECK(clock.is_silent());
    CHECK(clock.failure().what() == std::string("reported nothing for its heartbeat_timeout of 2000 ms"));
    CHECK(clock.taken() == 3500ms);
}

TEST_CASE("however much an attempt reports, its timeout holds") {
    attempt_clock clock(make_claim(10s, 2s), began);
    clock.heard(began + 9s);
    CHECK_FALSE(clock.is_silent());
    CHECK(clock.until() == clock.deadline());
    CHECK(clock.is_over(began + 10s));
    CHECK(clock.failure().what() == std::string("did not answer within its timeout of 10000 ms"));
}
