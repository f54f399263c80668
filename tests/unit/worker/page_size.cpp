#include "control/page_size.hpp"

#include "catch.hpp"

using fanout::control::page_size;

TEST_CASE("a page has about a megabyte, and a row at least") {
    page_size size;
    const int first = size.rows();
    CHECK(first <= 100);
    size.had(10, 10 * 10000);
    CHECK(size.rows() == 104);
    size.had(1, 50 << 20);
    CHECK(size.rows() == 1);
    size.had(1, 2);
    CHECK(size.rows() == 1000);
}

TEST_CASE("an empty page says nothing of the next one") {
    page_size size;
    size.had(1, 1 << 19);
    const int before = size.rows();
    size.had(0, 0);
    CHECK(size.rows() == before);
}
