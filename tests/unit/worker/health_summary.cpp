#include "control/health_summary.hpp"

#include "catch.hpp"

using namespace fanout::control;

TEST_CASE("health is as bad as the worst of it") {
    CHECK(worst_health({{"a", "ok", ""}, {"b", "ok", ""}}) == health_ok);
    CHECK(worst_health({{"a", "warning", ""}, {"b", "ok", ""}}) == health_warning);
    CHECK(worst_health({{"a", "warning", ""}, {"b", "bad", ""}, {"c", "ok", ""}}) == health_bad);
    CHECK(worst_health({{"a", "other", ""}, {"b", "warning", ""}}) == health_unknown);
    CHECK(worst_health({{"a", "other", ""}, {"b", "bad", ""}}) == health_bad);
    CHECK(worst_health({}) == health_unknown);
}

TEST_CASE("the summary is one line that names what is worst") {
    CHECK(health_summary({{"a", "ok", "x"}, {"b", "ok", "y"}}) == "FANOUT OK - all of 2 checks are ok");
    CHECK(health_summary({{"a", "warning", "x"}, {"b", "bad", "y"}, {"c", "bad", "z"}}) ==
          "FANOUT CRITICAL - b: y; c: z");
    CHECK(health_summary({{"a", "warning", "x|y\n"}}) == "FANOUT WARNING - a: x/y?");
    CHECK(health_summary({}) == "FANOUT UNKNOWN - no checks");
    CHECK(unknown_health("no server\nthere", false) == "FANOUT UNKNOWN - no server there");
    CHECK(unknown_health("no \"server\"\xff", true) ==
          R"({"detail":"no \"server\"\ufffd","hint":null,"status":"unknown","what":"health"})");
}
