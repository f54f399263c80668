#include "base/starvation.hpp"

#include "catch.hpp"

using namespace std::chrono_literals;
using fanout::worker_detail::starvation;

namespace {

/// A lane whose answers all give as many tasks as it wanted.
struct lane_clock {
    starvation::clock::time_point now{1h};
    starvation::clock::duration paused{};
    starvation lane;

    /// Executes for so long what the last answer gave, and then asks for so long.
    void round(std::chrono::milliseconds executing, std::chrono::milliseconds asking, bool is_full = true) {
        now += executing;
        lane.asks(now);
        now += asking;
        paused += asking;
        lane.answered(now, paused, is_full, true);
    }

    bool is_starved(bool is_idle = false) const { return lane.is_believed(now, is_idle); }
};

}  // namespace

TEST_CASE("of a lane that has just begun nothing is known") {
    lane_clock l;
    CHECK_FALSE(l.is_starved());
    CHECK_FALSE(l.is_starved(true));
    l.paused += 1h;
    l.round(0ms, 5ms);
    CHECK_FALSE(l.is_starved());
}

TEST_CASE("a lane whose tasks take less time than the server is starved") {
    lane_clock l;
    l.round(1ms, 5ms);
    l.round(1ms, 5ms);
    CHECK(l.is_starved());
}

TEST_CASE("a lane whose tasks take longer than the server is not") {
    lane_clock l;
    l.round(1ms, 5ms);
    l.round(1ms, 5ms);
    l.round(10ms, 5ms);
    CHECK_FALSE(l.is_starved());
}

TEST_CASE("a lane that is at work for longer than it was is not believed to be starved") {
    lane_clock l;
    l.round(1ms, 5ms);
    l.round(1ms, 5ms);
    l.now += 21ms;
    CHECK_FALSE(l.is_starved());
    l.lane.asks(l.now);
    l.now += 100ms;
    CHECK(l.is_starved());
    l.now += 1s;
    CHECK_FALSE(l.is_starved());
}

TEST_CASE("a lane that is idle is believed to be as it was") {
    lane_clock l;
    l.round(1ms, 5ms);
    l.round(1ms, 5ms);
    l.now += 1h;
    CHECK(l.is_starved(true));
}

TEST_CASE("an answer that gives less than was wanted says nothing") {
    lane_clock l;
    l.round(1ms, 5ms);
    l.round(1ms, 5ms, false);
    CHECK_FALSE(l.is_starved());
    l.round(1ms, 5ms);
    l.round(10ms, 5ms, false);
    CHECK(l.is_starved());
}
