#include "control/progress_line.hpp"

#include "control/shown_text.hpp"

#include "catch.hpp"

#include <clocale>

using namespace fanout::control;

TEST_CASE("a plain line says how far a run is") {
    CHECK(plain_line({"started", 20, 100, 1, 3, {}}) == "started: 20 of 100 tasks, 1 failed, after 3.0 s");
    CHECK(plain_line({"completed", 100, 100, 0, 65, {}}) == "completed: 100 of 100 tasks, after 1 min 5 s");
}

TEST_CASE("a bar has the room that is left, and no more than forty columns") {
    const progress p{"started", 50, 100, 0, 3, 3};
    CHECK(bar_line(p, 60) == "██████████░░░░░░░░░░  50%  50 of 100 tasks  about 3.0 s left");
    CHECK(bar_line(p, 300).find(std::string("████████████████████") + "░░░░░░░░░░░░░░░░░░░░  50%") == 0);
}

TEST_CASE("a bar is never wider than it may be") {
    REQUIRE(std::setlocale(LC_CTYPE, "C.UTF-8"));
    const progress p{"started", 123456, 1000000, 17, 3, 12345};
    for (size_t width = 0; width < 120; ++width) CHECK(width_of(bar_line(p, width)) <= width);
}

TEST_CASE("a bar is full only when the run is completed") {
    CHECK(bar_line({"started", 999, 1000, 0, 1, {}}, 80).find(" 99%") != std::string::npos);
    CHECK(bar_line({"completed", 0, 0, 0, 1, {}}, 80).find("100%  0 of 0 tasks  completed after 1.0 s") !=
          std::string::npos);
    CHECK(bar_line({"started", 0, 0, 0, 1, {}}, 80).find("  0%") != std::string::npos);
}
