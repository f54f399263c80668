#include "plain/index_set.hpp"

#include "catch.hpp"

#include <random>
#include <set>

using fanout::index_set;

TEST_CASE("an index set reads and prints PostgreSQL's multiranges") {
    for (const char* text : {"{}", "{[0,1)}", "{[0,100),[200,201)}", "{[-5,-1),[2147483646,2147483647)}"}) {
        CHECK(index_set::parse(text).text() == text);
    }
    CHECK(index_set::of({7, 2, 3, 2, 9}).text() == "{[2,4),[7,8),[9,10)}");
    CHECK(index_set::of({}).empty());
    CHECK_THROWS(index_set::parse("{[1,x)}"));
    CHECK_THROWS(index_set::parse("{[1,2"));
}

TEST_CASE("taking splits off the lowest indexes") {
    index_set set = index_set::parse("{[0,3),[10,20)}");
    CHECK(set.take(5).text() == "{[0,3),[10,12)}");
    CHECK(set.text() == "{[12,20)}");
    CHECK(set.take(0).empty());
    CHECK(set.take(100).text() == "{[12,20)}");
    CHECK(set.empty());
}

TEST_CASE("an index set does what a set of integers does") {
    const unsigned seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 200; ++round) {
        index_set set;
        std::set<int> model;
        for (int i = 0; i < 60; ++i) {
            if (random() % 3 == 0) continue;
            set.append(i);
            model.insert(i);
        }
        std::vector<int32_t> gone;
        for (int i = -2; i < 62; ++i) {
            if (random() % 4 == 0) gone.push_back(i);
        }
        set.remove(gone);
        for (int i : gone) model.erase(i);
        index_set more;
        for (int i = 0; i < 60; ++i) {
            if (random() % 5 != 0) continue;
            more.append(i);
            model.insert(i);
        }
        set.add(more);
        CHECK(set.size() == static_cast<int64_t>(model.size()));
        for (int i = -2; i < 62; ++i) CHECK(set.contains(i) == (model.count(i) == 1));
        CHECK(index_set::parse(set.text()) == set);
    }
}
