#include "base/claim_window.hpp"

#include "catch.hpp"

using namespace std::chrono_literals;
using fanout::worker_detail::claim_window;

namespace {

claim_window::time_point now{1h};

/// A window that has work from now on.
claim_window working(int slots, int most) {
    claim_window window(slots, most);
    window.resume(now);
    return window;
}

void finish(claim_window& window, int tasks, std::chrono::milliseconds time) {
    now += time;
    window.finished(tasks, now);
}

}  // namespace

TEST_CASE("a lane that knows nothing claims for its slots") {
    CHECK(claim_window(4, 100).size() == 4);
}

TEST_CASE("slow tasks are not hoarded") {
    claim_window window = working(2, 2000);
    for (int i = 0; i < 5; ++i) finish(window, 2, 1s);
    CHECK(window.size() == 2);
}

TEST_CASE("fast tasks come in claims that grow fourfold, up to the bound") {
    claim_window window = working(1, 100);
    for (int expected : {4, 16, 64, 100, 100}) {
        finish(window, 100, 5ms);
        CHECK(window.size() == expected);
    }
}

TEST_CASE("what takes much longer than was believed isn't held on to") {
    claim_window window = working(2, 10000);
    for (int i = 0; i < 10; ++i) finish(window, 4000, 200ms);
    REQUIRE(window.size() > 4000);
    window.begin_anew(now);
    CHECK(window.size() == 2);
    finish(window, 8, 1ms);
    CHECK(window.size() == 8);
}

TEST_CASE("the claims hold a fifth of a second's work") {
    claim_window window = working(1, 100000);
    for (int i = 0; i < 10; ++i) finish(window, 4000, 200ms);
    CHECK(window.size() == 4001);
}

TEST_CASE("tasks that take no time don't wait for a measurable moment") {
    claim_window window = working(1, 2001);
    for (int done = 0; done < 400; ++done) {
        now += 1us;
        window.finished(1, now);
    }
    CHECK(window.size() == 1024);
}

TEST_CASE("time without tasks doesn't slow the pace") {
    claim_window window = working(1, 1000);
    finish(window, 100, 5ms);
    window.pause(now);
    now += 1h;
    window.resume(now);
    finish(window, 100, 5ms);
    CHECK(window.size() == 16);
}

TEST_CASE("time in which all wait to be recorded doesn't slow the pace") {
    claim_window window = working(1, 1000);
    for (int expected : {4, 16, 64, 256, 1000}) {
        now += 1ms;
        window.pause(now);
        now += 1s;
        window.finished(expected, now);
        CHECK(window.size() == expected);
        window.resume(now);
    }
}

TEST_CASE("tasks that happen to end together don't look fast") {
    claim_window window = working(8, 1000);
    finish(window, 8, 1s);
    finish(window, 1, 3ms);
    finish(window, 1, 3ms);
    CHECK(window.size() <= 8 + 2);
}

TEST_CASE("a pace that slows is believed by halves") {
    claim_window window = working(1, 2001);
    for (int i = 0; i < 6; ++i) finish(window, 2001, 10ms);
    CHECK(window.size() == 2001);
    finish(window, 10, 1s);
    CHECK(window.size() == 1002);
    finish(window, 10, 1s);
    CHECK(window.size() < 510);
}
