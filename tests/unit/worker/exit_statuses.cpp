#include "control/exit_statuses.hpp"

#include "catch.hpp"

using namespace fanout::control;

TEST_CASE("fanoutctl's exit status is the run's") {
    CHECK(status_of_run("completed") == 0);
    CHECK(status_of_run("failed") == 1);
    CHECK(status_of_run("cancelled") == 3);
    CHECK(status_of_run("started") == 4);
}
