#include "plain/token_bucket.hpp"

#include "catch.hpp"

#include <algorithm>
#include <vector>

using fanout::token_bucket;

namespace {
constexpr int64_t second = 1'000'000;

/// Ten in a second, three at once, as it was made: full.
token_bucket ten_a_second() {
    return {10, second, 3, 3, 0};
}
}  // namespace

TEST_CASE("a bucket fills at its rate, up to its burst") {
    token_bucket b = ten_a_second();
    CHECK(b.whole() == 3);
    b.take(3);
    CHECK(b.whole() == 0);
    CHECK(b.next_at() == second / 10);
    b.refill(second / 10 - 1);
    CHECK(b.whole() == 0);
    b.refill(second / 10);
    CHECK(b.whole() == 1);
    b.refill(100 * second);
    CHECK(b.whole() == 3);
    b.take(3);
    CHECK(b.next_at() == 100 * second + second / 10);
}

TEST_CASE("what comes a little late for a token loses nothing, what comes much later does") {
    token_bucket b{100, second, 1, 0, 0};
    b.refill(13'000, 10'000);
    CHECK(b.whole() == 1);
    b.take(1);
    CHECK(b.next_at() == 20'000);
    b.refill(second, 20'000);
    CHECK(b.whole() == 1);
    b.take(1);
    CHECK(b.next_at() == second + 10'000);
}

TEST_CASE("no window lets through more than its tokens and the burst, however late one comes") {
    token_bucket b{100, second, 1, 1, 0};
    std::vector<int64_t> taken;
    int64_t now = 0;
    std::optional<int64_t> due;
    for (int i = 0; i < 1000; ++i) {
        b.refill(now, due);
        if (b.whole() > 0) {
            b.take(1);
            taken.push_back(now);
        }
        due = b.next_at();
        now = *due + (i * 7919) % 25'000;
    }
    for (size_t i = 0; i < taken.size(); ++i) {
        const auto end = std::upper_bound(taken.begin(), taken.end(), taken[i] + second / 10);
        CHECK(end - taken.begin() - static_cast<std::ptrdiff_t>(i) <= 11);
    }
}

TEST_CASE("a clock that goes back adds nothing, and one that was set back doesn't stop the bucket") {
    token_bucket b = ten_a_second();
    b.take(3);
    b.refill(second / 10);
    b.refill(second / 20);
    b.refill(second / 10);
    CHECK(b.whole() == 1);
    b.refill(-3600 * second);
    CHECK(b.whole() == 1);
    b.refill(-3600 * second + second / 10);
    CHECK(b.whole() == 2);
}
