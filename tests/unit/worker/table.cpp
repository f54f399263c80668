#include "control/table.hpp"

#include "catch.hpp"

#include <clocale>

using namespace fanout::control;
using fanout::worker_detail::query_rows;

TEST_CASE("durations have two units at most") {
    CHECK(duration_text(0) == "0.0 s");
    CHECK(duration_text(-1) == "0.0 s");
    CHECK(duration_text(1.25) == "1.2 s");
    CHECK(duration_text(59.94) == "59.9 s");
    CHECK(duration_text(59.96) == "1 min");
    CHECK(duration_text(200) == "3 min 20 s");
    CHECK(duration_text(3600) == "1 h");
    CHECK(duration_text(3660.4) == "1 h 1 min");
    CHECK(duration_text(187200) == "2 d 4 h");
}

TEST_CASE("columns are as wide as what is in them, and numbers stand to the right") {
    const query_rows rows{{"name", "count", "elapsed_seconds"},
                          {{"a", "5", "1.5"}, {"longer", "1234567", std::nullopt}}};
    CHECK(table(rows) == "name      count  elapsed\n"
                         "a             5    1.5 s\n"
                         "longer  1234567\n");
}

TEST_CASE("a cell has no control characters, and is cut where it is too wide") {
    REQUIRE(std::setlocale(LC_CTYPE, "C.UTF-8"));
    const query_rows rows{{"a", "b"}, {{"x\ny", "世界"}, {"abcdefgh", "z"}}};
    CHECK(table(rows, 6) == "a       b\n"
                            "x?y     世界\n"
                            "abcde…  z\n");
}

TEST_CASE("times are shown to the second") {
    const query_rows rows{{"at"}, {{"2026-01-02 03:04:05.678901+00"}, {"2026-01-02 03:04:05+00"}}};
    CHECK(table(rows) == "at\n2026-01-02 03:04:05+00\n2026-01-02 03:04:05+00\n");
}

TEST_CASE("a table without rows has the names of its columns") {
    CHECK(table({{"a", "b_seconds"}, {}}) == "a  b\n");
}

TEST_CASE("a card has a line for each value that is there") {
    CHECK(card({{"flow", "name", "elapsed_seconds"}, {{"f", std::nullopt, "2"}}}) ==
          "flow     f\nelapsed  2.0 s\n");
}
