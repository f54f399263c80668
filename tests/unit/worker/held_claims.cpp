#include "lanes/held_claims.hpp"

#include "catch.hpp"

using namespace fanout::worker_detail;

namespace {

std::shared_ptr<claim> make_claim(int64_t id, const std::string& run_id = "run") {
    auto c = std::make_shared<claim>();
    c->claim_id = id;
    c->run_id = run_id;
    return c;
}

outcome end_of(int64_t claim_id, int index) {
    return {claim_id, index, "1", {}};
}

}  // namespace

TEST_CASE("a claim is held until the last of its tasks has ended") {
    held_claims held;
    held.add(make_claim(1), 2);
    held.add(held.find(1), 1);
    CHECK(held.in_flight() == 3);
    held.release(end_of(1, 0));
    held.release(1, 1);
    CHECK(held.find(1));
    held.release(end_of(1, 2));
    CHECK_FALSE(held.find(1));
    CHECK(held.in_flight() == 0);
}

TEST_CASE("a claim ends as a whole") {
    held_claims held;
    held.add(make_claim(1), 5);
    held.add(make_claim(2), 5);
    held.release(end_of(1, outcome::whole_claim));
    CHECK_FALSE(held.find(1));
    CHECK(held.in_flight() == 5);
    CHECK(held.ids() == std::vector<int64_t>{2});
}

TEST_CASE("what will not begin is not in flight, but its claim is held") {
    held_claims held;
    held.add(make_claim(1), 5);
    held.release_unbegun(5);
    CHECK(held.in_flight() == 0);
    CHECK(held.all().size() == 1);
}

TEST_CASE("a run is known by its claims") {
    held_claims held;
    held.add(make_claim(1, "a"), 1);
    CHECK(held.has_run("a"));
    CHECK_FALSE(held.has_run("b"));
}
