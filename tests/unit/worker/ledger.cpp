#include "lanes/ledger.hpp"

#include "catch.hpp"

#include <thread>

using namespace fanout::worker_detail;
using namespace std::chrono_literals;

namespace {

lane_settings settings() {
    return {"", "w", {"h"}, {"default"}, 4, 100, 1000};
}

loop_status& status() {
    static loop_status s("lane", "h", true);
    return s;
}

const lane_peers nobody;

std::shared_ptr<claim> make_claim(int64_t id) {
    auto c = std::make_shared<claim>();
    c->claim_id = id;
    c->run_id = "run" + std::to_string(id);
    return c;
}

outcome done(int64_t claim_id, int index) {
    return {claim_id, index, "1", {}};
}

outcome failed(int64_t claim_id, int index) {
    return {claim_id, index, {}, "no"};
}

/// Registered, and with a claim of two tasks in answer to its first call.
void begin(ledger& l, const std::shared_ptr<claim>& c) {
    l.set_worker(5);
    batch b = l.next_batch(nobody, status());
    REQUIRE(b.want == 4);
    l.add(c, 2);
    CHECK_FALSE(l.note_answer(b, 2, {}, 1));
}

}  // namespace

TEST_CASE("a pause before the server is tried again is over when somebody has reached it") {
    ledger l(settings());
    std::jthread other([&l] { l.end_pause(); });
    CHECK(l.pause_unless_abandoned(1h));
    other.join();
    SECTION("also where that was while the attempt before the pause failed") {
        l.end_pause();
        CHECK(l.pause_unless_draining(1h));
    }
    SECTION("once") {
        CHECK(l.pause_unless_draining(1ms));
    }
    SECTION("and where the lane drains it is not to be tried again") {
        l.drain();
        CHECK_FALSE(l.pause_unless_draining(1h));
    }
}

TEST_CASE("what has ended goes out with the next batch, and room is asked for") {
    ledger l(settings());
    begin(l, make_claim(1));
    CHECK(l.took_all());
    l.finish({done(1, 0)});
    batch b = l.next_batch(nobody, status());
    REQUIRE(b.outcomes.size() == 1);
    CHECK(b.want == 3);
    CHECK(b.free_slots == 3);
    l.finish({done(1, 1)});
    CHECK_FALSE(l.note_answer(b, 0, {}, 2));
    b = l.next_batch(nobody, status());
    REQUIRE(b.outcomes.size() == 1);
    CHECK(l.note_answer(b, 0, {}, 3));
}

TEST_CASE("claims are held until the server has what became of them") {
    ledger l(settings());
    begin(l, make_claim(1));
    CHECK(l.held().worker_id == 5);
    CHECK(l.held().recorded == 1);
    CHECK(l.works_on("run1"));
    l.finish({done(1, 0), done(1, 1)});
    batch b = l.next_batch(nobody, status());
    CHECK_FALSE(l.works_on("run1"));
    CHECK(l.held().claim_ids == std::vector<int64_t>{1});
    exchange_answer busy;
    busy.busy = {1};
    CHECK_FALSE(l.note_answer(b, 0, busy, 2));
    CHECK(b.outcomes.empty());
    CHECK(l.held().claim_ids == std::vector<int64_t>{1});
    b = l.next_batch(nobody, status());
    REQUIRE(b.outcomes.empty());
    CHECK(l.held().claim_ids == std::vector<int64_t>{1});
}

TEST_CASE("what failed after it was stopped goes back") {
    ledger l(settings());
    begin(l, make_claim(1));
    l.stop_claims({1, 2});
    l.finish({failed(1, 0), done(1, 1)});
    const batch b = l.next_batch(nobody, status());
    REQUIRE(b.outcomes.size() == 2);
    CHECK(b.outcomes[0].goes_back);
    CHECK_FALSE(b.outcomes[1].goes_back);
}

TEST_CASE("what fails after the lane was abandoned is nobody's failure") {
    ledger l(settings());
    const auto c = make_claim(1);
    begin(l, c);
    l.abandon();
    CHECK(c->stop.stop_requested());
    l.finish({failed(1, 0), done(1, 1)});
    CHECK(l.next_batch(nobody, status()).outcomes.size() == 1);
    CHECK_FALSE(l.goes_on(status()));
    CHECK_FALSE(l.pause_unless_abandoned(1h));
}

TEST_CASE("a lane that drains goes on until nothing is in flight, and asks for nothing") {
    ledger l(settings());
    begin(l, make_claim(1));
    l.drain();
    CHECK(l.is_draining());
    CHECK_FALSE(l.pause_unless_draining(1h));
    CHECK(l.goes_on(status()));
    l.note_dropped(1);
    CHECK(l.goes_on(status()));
    CHECK(status().in_flight == 1);
    l.finish({done(1, 0)});
    CHECK(l.next_batch(nobody, status()).want == 0);
    CHECK_FALSE(l.goes_on(status()));
}

TEST_CASE("a worker that the server has forgotten has no claims any more") {
    ledger l(settings());
    begin(l, make_claim(1));
    l.add(make_claim(2), 1);
    l.finish({done(2, 0)});
    l.check_in(4);
    l.check_in(5);
    std::vector<int64_t> ids = l.forget_worker();
    std::sort(ids.begin(), ids.end());
    CHECK(ids == std::vector<int64_t>{1, 2});
    CHECK(l.held().worker_id == 0);
    CHECK(l.held().recorded == 0);
    CHECK(l.held().claim_ids == std::vector<int64_t>{1});
    const std::shared_ptr<claim> lost = l.lose(1, 2);
    REQUIRE(lost);
    CHECK_FALSE(lost->stop.stop_requested());
    CHECK_FALSE(l.lose(2, 0));
    CHECK(l.held().claim_ids.empty());
    const batch b = l.next_batch(nobody, status());
    CHECK(b.checks_in);
    CHECK(b.want == 4);
}

TEST_CASE("a report of a claim that isn't held is dropped") {
    ledger l(settings());
    begin(l, make_claim(1));
    l.report({1, 0, "1"});
    l.report({2, 0, "2"});
    const batch b = l.next_batch(nobody, status());
    REQUIRE(b.reports.size() == 1);
    CHECK(b.reports[0].claim_id == 1);
    CHECK(b.want == 2);
    l.report({1, 1, "3"});
    CHECK(l.take_reports().size() == 1);
}

TEST_CASE("another thread ends the wait") {
    ledger l({"", "w", {"h"}, {"default"}, 4, 100, 3600000});
    begin(l, make_claim(1));
    // The looks after it has had something.
    for (int64_t sequence = 2; sequence < 6; ++sequence) {
        batch b = l.next_batch(nobody, status());
        l.note_answer(b, 0, {}, sequence);
    }
    const std::jthread other([&] {
        std::this_thread::sleep_for(20ms);
        l.check_in(5);
    });
    CHECK(l.next_batch(nobody, status()).checks_in);
}

TEST_CASE("one call takes so many bytes, and the next the rest") {
    ledger l(settings());
    begin(l, make_claim(1));
    outcome large = done(1, 0);
    large.output.assign(most_bytes_a_call, ' ');
    l.finish({large, done(1, 1)});
    CHECK(l.next_batch(nobody, status()).outcomes.size() == 1);
    CHECK(l.next_batch(nobody, status()).outcomes.size() == 1);
}
