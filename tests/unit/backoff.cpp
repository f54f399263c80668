#include "backoff.hpp"

#include <catch2/catch.hpp>

#include <limits>

using fanout::backoff_us;

TEST_CASE("the delay doubles up to its cap and is drawn from its upper half") {
    CHECK(backoff_us(1000, 8000, 1, 0.0) == 500);
    CHECK(backoff_us(1000, 8000, 1, 0.999999) == 999);
    CHECK(backoff_us(1000, 8000, 3, 0.0) == 2000);
    CHECK(backoff_us(1000, 8000, 4, 0.0) == 4000);
    CHECK(backoff_us(1000, 8000, 1000, 0.0) == 4000);
    CHECK(backoff_us(0, 8000, 1000, 0.5) == 0);
}

TEST_CASE("no number of attempts overflows") {
    const int64_t most = std::numeric_limits<int64_t>::max();
    CHECK(backoff_us(1, most, 1000, 0.0) == most / 2);
}
