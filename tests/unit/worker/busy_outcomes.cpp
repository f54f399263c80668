#include "tasks/busy_outcomes.hpp"

#include "catch.hpp"

using namespace std::chrono_literals;
using fanout::worker_detail::busy_outcomes;
using fanout::worker_detail::outcome;

namespace {

outcome of(int64_t claim_id, int index) {
    return {.claim_id = claim_id, .index = index, .output = "1", .error = {}};
}

std::vector<int> indexes_of(const std::vector<outcome>& outcomes) {
    std::vector<int> result;
    for (const outcome& o : outcomes) result.push_back(o.index);
    return result;
}

}  // namespace

TEST_CASE("outcomes of claims that are busy are kept in their order, and handed in again a while later") {
    busy_outcomes busy;
    const busy_outcomes::clock::time_point now{1h};
    std::vector<outcome> sent{of(1, 0), of(2, 1), of(1, 2), of(3, 3)};
    busy.keep(sent, {1, 3}, now);
    CHECK(indexes_of(sent) == std::vector<int>{1});
    CHECK(busy.take(now + 1ms, 100).empty());
    CHECK_FALSE(busy.empty());
    CHECK(busy.due_at() > now + 100ms);
    // Each is of one byte.
    CHECK(indexes_of(busy.take(busy.due_at(), 2)) == std::vector<int>{0, 2});
    CHECK(busy.take(busy.due_at(), 0).empty());
    CHECK(indexes_of(busy.take(busy.due_at(), 100)) == std::vector<int>{3});
    CHECK(busy.empty());
    CHECK(busy.due_at() == busy_outcomes::clock::time_point::max());
}

TEST_CASE("claims whose outcomes wait are still held") {
    busy_outcomes busy;
    std::vector<outcome> sent{of(7, 0), of(7, 1), of(8, 0)};
    busy.keep(sent, {7, 8}, busy_outcomes::clock::time_point{1h});
    std::vector<int64_t> held{5};
    busy.add_claims_to(held);
    CHECK(held == std::vector<int64_t>{5, 7, 8});
    busy.clear();
    CHECK(busy.empty());
}
