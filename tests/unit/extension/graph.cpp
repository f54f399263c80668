#include "plain/graph.hpp"
#include "plain/slug.hpp"

#include "catch.hpp"

using namespace fanout;

TEST_CASE("a cycle is found and described") {
    const graph cyclic = {{"a", {}}, {"b", {"a", "d"}}, {"c", {"b"}}, {"d", {"c"}}};
    CHECK(describe_cycle(cyclic) == "b -> d -> c -> b");
    CHECK(describe_cycle({{"a", {}}, {"b", {"a"}}}).empty());
}

TEST_CASE("a slug is a letter and then letters, digits, _ or -") {
    for (const char* good : {"a", "A9", "a_b-c", "running"}) CHECK(slug_problem(good).empty());
    for (const char* bad : {"", "1a", "_a", "a b", "a.b", "ä", "run", "stream", "item", "items"})
        CHECK_FALSE(slug_problem(bad).empty());
    CHECK(slug_problem(std::string(63, 'x')).empty());
    CHECK_FALSE(slug_problem(std::string(64, 'x')).empty());
}
