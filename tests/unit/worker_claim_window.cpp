#include "claim_window.hpp"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;
using fanout::worker_detail::claim_window;

namespace {

const claim_window::time_point start{1h};

}  // namespace

TEST_CASE("a lane that knows nothing claims for its slots") {
    CHECK(claim_window(4, 100).size() == 4);
}

TEST_CASE("slow tasks are not hoarded") {
    claim_window window(2, 2000);
    window.resume(start);
    for (int second = 1; second <= 5; ++second) window.finished(2, start + second * 1s);
    CHECK(window.size() == 2);
}

TEST_CASE("fast tasks come in large claims, up to the bound") {
    claim_window window(1, 2001);
    window.resume(start);
    for (int i = 1; i <= 10; ++i) window.finished(100, start + i * 5ms);
    CHECK(window.size() == 2001);
    claim_window wider(1, 100000);
    wider.resume(start);
    for (int i = 1; i <= 10; ++i) wider.finished(100, start + i * 5ms);
    CHECK(wider.size() == 4001);  // 20,000 a second
}

TEST_CASE("time without tasks doesn't slow the pace") {
    claim_window window(1, 1000);
    window.resume(start);
    window.finished(10, start + 10ms);
    const int before = window.size();
    window.pause(start + 10ms);
    window.resume(start + 1h);
    window.finished(10, start + 1h + 10ms);
    CHECK(before == 201);
    CHECK(window.size() == before);
}

TEST_CASE("tasks that happen to end together don't look fast") {
    claim_window window(8, 1000);
    window.resume(start);
    window.finished(8, start + 1s);
    window.finished(1, start + 1s + 3ms);
    window.finished(1, start + 1s + 6ms);
    CHECK(window.size() <= 8 + 2);
}

TEST_CASE("a pace that slows is believed by halves") {
    claim_window window(1, 100000);
    window.resume(start);
    window.finished(1000, start + 100ms);
    CHECK(window.size() == 2001);
    window.finished(10, start + 1100ms);
    CHECK(window.size() == 1002);
    window.finished(10, start + 2100ms);
    CHECK(window.size() < 510);
}
