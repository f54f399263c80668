#include "lanes/demand.hpp"

#include "catch.hpp"

using namespace fanout::worker_detail;
using namespace std::chrono_literals;

namespace {

lane_settings settings(int slots, int capacity) {
    return {"", "w", {"h"}, {"default"}, slots, capacity, 1000};
}

struct other_lane : lane_peer {
    const lane_signs& signs() const override { return shown; }
    void wake() override {}
    lane_signs shown;
};

exchange_answer more_in(std::chrono::microseconds time) {
    exchange_answer a;
    a.more_in = time;
    return a;
}

exchange_answer more_soon() {
    exchange_answer a;
    a.has_more_soon = true;
    return a;
}

const demand::time_point now = std::chrono::steady_clock::now();
const lane_peers nobody;

}  // namespace

TEST_CASE("a lane asks at once, for as much as it has room for") {
    demand d(settings(4, 100));
    CHECK(d.is_due(0));
    CHECK(d.ask(0, nobody, now) == 4);
    CHECK(d.room(1) == 3);
    CHECK(d.room(4) == 0);
}

TEST_CASE("after that it asks when it is woken, or at its interval") {
    demand d(settings(4, 100));
    d.ask(0, nobody, now);
    CHECK_FALSE(d.is_due(0));
    CHECK(d.time_to_next_look(nobody) == 1s);
    d.wake();
    CHECK(d.is_due(0));
    CHECK_FALSE(d.is_due(4));
}

TEST_CASE("after the first empty answer there is one more look") {
    demand d(settings(4, 100));
    d.note_answer(d.ask(0, nobody, now), 0, {});
    CHECK(d.found_nothing());
    CHECK(d.is_due(0));
    d.note_answer(d.ask(0, nobody, now), 0, {});
    CHECK(d.found_nothing());
    CHECK_FALSE(d.is_due(0));
}

TEST_CASE("after it has had something it looks again at what was about to be committed") {
    demand d(settings(4, 100));
    d.note_answer(d.ask(0, nobody, now), 1, {});
    for (int i = 0; i < 2; ++i) d.note_answer(d.ask(0, nobody, now), 0, {});
    CHECK(d.time_to_next_look(nobody) == 5ms);
    // A call that hands in, and asks for nothing.
    d.note_answer(0, 0, {});
    CHECK(d.time_to_next_look(nobody) == 5ms);
    d.note_answer(d.ask(0, nobody, now), 0, {});
    CHECK(d.time_to_next_look(nobody) == 50ms);
    d.note_answer(d.ask(0, nobody, now), 0, {});
    CHECK(d.time_to_next_look(nobody) == 1s);
    d.note_answer(d.ask(0, nobody, now), 0, {});
    CHECK(d.time_to_next_look(nobody) == 1s);
}

TEST_CASE("a full answer is followed by the next call") {
    demand d(settings(4, 100));
    d.note_answer(d.ask(0, nobody, now), 4, {});
    CHECK(d.is_due(0));
    CHECK_FALSE(d.took_all());
    CHECK_FALSE(d.found_nothing());
}

TEST_CASE("an answer that gave less than was wanted is followed by a look soon") {
    demand d(settings(4, 100));
    d.note_answer(d.ask(0, nobody, now), 3, {});
    CHECK_FALSE(d.is_due(0));
    CHECK(d.took_all());
    CHECK(d.time_to_next_look(nobody) == 1ms);
}

TEST_CASE("the server says when there will be more") {
    demand d(settings(4, 100));
    d.note_answer(d.ask(0, nobody, now), 0, more_in(300ms));
    CHECK(d.time_to_next_look(nobody) == 300ms);
    CHECK(d.found_nothing());
    d.note_answer(d.ask(0, nobody, now), 0, more_in(2h));
    CHECK(d.time_to_next_look(nobody) == 1s);
    d.note_answer(d.ask(0, nobody, now), 0, more_in(10us));
    CHECK(d.time_to_next_look(nobody) == 1ms);
    CHECK_FALSE(d.found_nothing());
    d.note_answer(d.ask(0, nobody, now), 0, more_soon());
    CHECK(d.time_to_next_look(nobody) == 5ms);
    CHECK_FALSE(d.found_nothing());
}

TEST_CASE("what there is is left to a lane before that takes all, unless this one was woken") {
    const auto first = std::make_shared<other_lane>();
    first->shown.take_all_until(now + 20ms);
    const lane_peers peers({}, {first});
    demand d(settings(4, 100));
    CHECK(d.ask(0, peers, now) == 4);
    CHECK(d.ask(0, peers, now) == 0);
    CHECK(d.time_to_next_look(peers) == 20ms);
    first->shown.is_idle = true;
    CHECK(d.time_to_next_look(peers) == 1s);
    CHECK(d.ask(0, peers, now + 20ms) == 4);
}

TEST_CASE("no small claim is made while there is enough to do") {
    demand d(settings(4, 100));
    // A pace that fills the window.
    d.window().resume(now);
    for (int i = 1; i <= 8; ++i) d.window().finished(1000, now + i * 100ms);
    REQUIRE(d.room(0) == 100);
    CHECK(d.room(70) == 30);
    CHECK(d.room(76) == 0);
    CHECK(d.room(3) == 97);
}

TEST_CASE("what is held is made up of several claims where it runs on several connections") {
    lane_settings s = settings(2, 8000);
    s.least_claims = 4;
    s.most_a_claim = 1500;
    demand d(s);
    CHECK(d.room(0) == 1);
    d.window().resume(now);
    for (int i = 1; i <= 12; ++i) d.window().finished(100000, now + i * 100ms);
    REQUIRE(d.window().size() == 8000);
    CHECK(d.room(0) == 1500);
    d.set_slots(0);
    CHECK(d.room(0) == 0);
}

TEST_CASE("slots that come after there were none are a reason to ask") {
    demand d(settings(4, 100));
    d.set_slots(0);
    d.ask(0, nobody, now);
    CHECK_FALSE(d.is_due(0));
    d.set_slots(2);
    CHECK(d.is_due(0));
}

TEST_CASE("a lane that has ended asks for nothing") {
    demand d(settings(4, 100));
    d.end();
    CHECK_FALSE(d.is_due(0));
    CHECK(d.ask(0, nobody, now) == 0);
}
