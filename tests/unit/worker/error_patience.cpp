#include "server/error_patience.hpp"

#include "catch.hpp"

using namespace fanout::worker_detail;

namespace {

/// How many equal errors it takes; 0: no number is enough.
int enough(const std::string& sqlstate) {
    error_patience patience;
    for (int i = 1; i <= 100; ++i) {
        if (patience.is_over_with(sqlstate)) return i;
    }
    return 0;
}

}  // namespace

TEST_CASE("errors that pass are borne for ever") {
    for (const char* state : {"40001", "40P01", "53100", "53300", "55P03", "57P03", "58030", "XX001", "XX002",
                              "PFCPY", "PFVER"}) {
        CHECK(enough(state) == 0);
    }
}

TEST_CASE("an error that comes again comes from what was asked") {
    CHECK(enough("54000") == 2);
    CHECK(enough("PFARG") == 2);
    CHECK(enough("XX000") == 5);
}

TEST_CASE("only equal errors are counted, one right after the other") {
    error_patience patience;
    CHECK_FALSE(patience.is_over_with("54000"));
    CHECK_FALSE(patience.is_over_with("22000"));
    CHECK_FALSE(patience.is_over_with("54000"));
    CHECK_FALSE(patience.is_over_with("40001"));
    CHECK(patience.is_over_with("54000"));
}
