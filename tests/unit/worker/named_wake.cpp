#include "server/named_wake.hpp"

#include "catch.hpp"

using namespace fanout::worker_detail;

TEST_CASE("a wake names workers and a handler") {
    const named_wake one = read_named_wake("17 resize");
    CHECK(one.names(17));
    CHECK_FALSE(one.names(1));
    CHECK(one.handler == "resize");
    const named_wake three = read_named_wake("1,9007199254740991,3 sql:");
    CHECK((three.names(1) && three.names(9007199254740991) && three.names(3)));
    CHECK(three.handler == "sql:");
}

TEST_CASE("a handler may look like workers") {
    const named_wake call = read_named_wake("1 2,3 4 x");
    CHECK(call.worker_ids == std::vector<int64_t>{1});
    CHECK(call.handler == "2,3 4 x");
}

TEST_CASE("what is no such payload names nobody") {
    for (const char* payload :
         {"", " ", "h", "1", "1,", "1,x h", "1;2 h", ",1 h", "99999999999999999999 h"}) {
        INFO(payload);
        CHECK(read_named_wake(payload).worker_ids.empty());
    }
}
