#include "handlers/http/request_pace.hpp"

#include "catch.hpp"

#include <vector>

using namespace fanout::worker_detail;
using namespace std::chrono_literals;

namespace {

using clock_type = request_pace::clock;
using time_point = request_pace::time_point;

const time_point start{1000h};

/// A service that lets so many requests pass in a second, and a few more at once, and says when to come
/// again.
class limited_service {
public:
    explicit limited_service(double rate) : rate_(rate) {}

    bool admits(time_point now) {
        const double passed = std::chrono::duration<double>(now - since_).count();
        tokens_ = std::min(tokens_ + passed * rate_, burst);
        since_ = now;
        if (tokens_ < 1) return false;
        tokens_ -= 1;
        return true;
    }

private:
    static constexpr double burst = 5;
    double rate_, tokens_ = burst;
    time_point since_ = start;
};

struct ended {
    clock_type::duration took;
    int refused = 0;
};

/// So many requests, answered at once.
ended ask(limited_service& service, int requests, clock_type::duration wait) {
    request_pace pace;
    time_point now = start;
    ended result{};
    while (requests > 0) {
        now = std::max(now, pace.next()) + 100us;
        pace.began(now);
        if (service.admits(now)) {
            --requests;
        } else {
            pace.refused(now, now, wait);
            ++result.refused;
        }
    }
    result.took = now - start;
    return result;
}

}  // namespace

TEST_CASE("without refusals there is no pace") {
    request_pace pace;
    for (int i = 0; i < 1000; ++i) pace.began(start);
    CHECK(pace.next() <= start);
    CHECK_FALSE(pace.rate(start));
}

TEST_CASE("after a refusal nothing may begin until the service's time has come") {
    request_pace pace;
    pace.began(start);
    CHECK(pace.refused(start, start + 5ms, 2s));
    CHECK(pace.next() >= start + 5ms + 2s);
    CHECK(pace.next() <= start + 5ms + 2200ms);
    SECTION("a later one wins") {
        pace.refused(start, start + 10ms, 1min);
        CHECK(pace.next() >= start + 10ms + 1min);
        pace.refused(start, start + 20ms, 1s);
        CHECK(pace.next() >= start + 10ms + 1min);
    }
    SECTION("an absurd one counts as an hour") {
        pace.refused(start, start, clock_type::duration::max());
        CHECK(pace.next() <= start + 67min);
    }
}

TEST_CASE("those that were on their way together are one refusal") {
    request_pace pace;
    for (int i = 0; i < 100; ++i) pace.began(start);
    CHECK(pace.refused(start, start + 5ms, 1s));
    const double rate = *pace.rate(start + 2s);
    for (int i = 0; i < 50; ++i) CHECK_FALSE(pace.refused(start, start + 5ms, 1s));
    CHECK(*pace.rate(start + 2s) == Approx(rate).epsilon(0.2));
}

TEST_CASE("afterwards requests are spread over time") {
    request_pace pace;
    for (int i = 0; i < 50; ++i) pace.began(start);
    pace.refused(start, start, 1s);
    int begun = 0;
    const time_point from = pace.next();
    for (time_point now = from; now < from + 1s; now = std::max(now, pace.next()), ++begun) pace.began(now);
    CHECK(begun > 25);
    CHECK(begun < 55);
}

TEST_CASE("a pace of many a millisecond is kept by who looks at the clock once a millisecond") {
    request_pace pace;
    for (int i = 0; i < 10000; ++i) pace.began(start);
    pace.refused(start, start, 1s);
    const time_point from = pace.next();
    int begun = 0;
    for (time_point now = from; now < from + 1s; now += 1ms) {
        for (; pace.next() <= now; ++begun) pace.began(now);
    }
    CHECK(begun > 6000);
    CHECK(begun < 10000);
}

TEST_CASE("a silence isn't made up") {
    request_pace pace;
    for (int i = 0; i < 50; ++i) pace.began(start);
    pace.refused(start, start, 1s);
    time_point now = pace.next();
    pace.began(now);
    now += 1s;
    int begun = 0;
    for (; pace.next() <= now; ++begun) pace.began(now);
    CHECK(begun <= 2);
}

TEST_CASE("a refusal that takes long to come is one of the rate at which it was sent") {
    request_pace pace;
    for (int i = 0; i < 50; ++i) pace.began(start);
    pace.refused(start, start + 10s, 1s);
    CHECK(*pace.rate(pace.held_until()) == Approx(35).epsilon(0.01));
}

TEST_CASE("the rate goes back to where it was refused, and in time beyond it") {
    request_pace pace;
    for (int i = 0; i < 50; ++i) pace.began(start);
    pace.refused(start, start, 1s);
    const time_point from = pace.held_until();
    CHECK(*pace.rate(from) == Approx(35).epsilon(0.01));
    CHECK(*pace.rate(from + 3s) == Approx(50).epsilon(0.02));
    CHECK(*pace.rate(from + 1min) > 1000);
}

TEST_CASE("it never stands still") {
    request_pace pace;
    time_point now = start;
    for (int i = 0; i < 1000; ++i) {
        now = std::max(now, pace.next());
        pace.began(now);
        pace.refused(now, now, 1s);
    }
    CHECK(*pace.rate(pace.held_until()) >= 0.5);
}

TEST_CASE("a service that limits its rate is used to more than half of what it lets pass") {
    for (double rate : {10.0, 50.0, 1000.0}) {
        CAPTURE(rate);
        limited_service service(rate);
        const int requests = static_cast<int>(rate) * 60;
        const ended e = ask(service, requests, 1s);
        CHECK(e.took < 120s);
        CHECK(e.refused < requests / 20);
    }
}
