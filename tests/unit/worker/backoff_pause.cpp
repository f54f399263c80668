#include "base/backoff_pause.hpp"

#include "catch.hpp"

TEST_CASE("pauses between attempts to reach the server double, with jitter, up to 10 s") {
    fanout::worker_detail::backoff_pause backoff;
    for (int64_t longest : {100, 200, 400, 800, 1600, 3200, 6400, 10000, 10000}) {
        const auto pause = backoff.next().count();
        CHECK(pause >= longest / 2);
        CHECK(pause <= longest);
    }
    backoff = {};
    CHECK(backoff.next().count() <= 100);
}
