#include "base/queue_order.hpp"

#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <map>

using fanout::worker_detail::queue_order;

namespace {

constexpr int draws = 20000;

/// Of that many draws with these weights, how often each queue came first, or with `skip`, first but for
/// that one.
std::map<std::string, int> firsts(queue_order& order, const std::string& skip = "") {
    std::map<std::string, int> result;
    for (int i = 0; i < draws; ++i) {
        const std::vector<std::string>& drawn = order.current();
        ++result[drawn[0] == skip ? drawn[1] : drawn[0]];
        order.draw();
    }
    return result;
}

/// Six standard deviations: by chance one check in 500 million fails.
bool is_near(int count, double share) {
    return std::abs(count - draws * share) < 6 * std::sqrt(draws * share * (1 - share));
}

}  // namespace

TEST_CASE("without weights there is no order") {
    queue_order order({"a", "b"}, {});
    CHECK(order.current().empty());
    order.draw();
    CHECK(order.current().empty());
}

TEST_CASE("an order has every queue once") {
    queue_order order({"a", "b", "c"}, {1, 1000, 1});
    for (int i = 0; i < 100; ++i) {
        std::vector<std::string> drawn = order.current();
        std::sort(drawn.begin(), drawn.end());
        REQUIRE(drawn == std::vector<std::string>{"a", "b", "c"});
        order.draw();
    }
}

TEST_CASE("queues come first by their weights, and an empty one's share goes to the others by theirs") {
    const auto seed = std::random_device{}();
    INFO("seed " << seed);
    queue_order order({"a", "b", "c"}, {6, 3, 1}, seed);
    std::map<std::string, int> first = firsts(order);
    CHECK(is_near(first["a"], 0.6));
    CHECK(is_near(first["b"], 0.3));
    CHECK(is_near(first["c"], 0.1));
    std::map<std::string, int> without = firsts(order, "a");
    CHECK(is_near(without["b"], 0.75));
    CHECK(is_near(without["c"], 0.25));
}

TEST_CASE("the largest weight leaves the smallest its turn") {
    const auto seed = std::random_device{}();
    INFO("seed " << seed);
    queue_order order({"much", "little"}, {1000, 1}, seed);
    std::map<std::string, int> first = firsts(order);
    CHECK(is_near(first["little"], 1.0 / 1001));
    CHECK(first["little"] > 0);
}
