#include "handlers/functions/handler_table.hpp"

#include "catch.hpp"

using namespace fanout::worker_detail;

namespace {

std::string nothing(fanout::task&) {
    return "null";
}

std::string problem(const std::string& name, const fanout::handler& function,
                    const fanout::handler_options& options) {
    handler_table table;
    try {
        table.handle(name, function, options);
        return "";
    } catch (const std::invalid_argument& e) {
        return e.what();
    }
}

}  // namespace

TEST_CASE("a handler is registered with its options") {
    handler_table table;
    table.handle("plain", nothing);
    table.handle("fixed", nothing, {.concurrency = 8});
    table.handle("adapts", nothing, {.concurrency = {2, 64}, .prefetch = 0, .lanes = 3});
    const fanout::handler_options plain = table.all().at("plain").second;
    CHECK(plain.concurrency.max == 1);
    CHECK(plain.lanes == 1);
    const fanout::handler_options fixed = table.all().at("fixed").second;
    CHECK(fixed.concurrency.min == 8);
    CHECK(fixed.concurrency.max == 8);
    const fanout::handler_options adapts = table.all().at("adapts").second;
    CHECK(adapts.concurrency.min == 2);
    CHECK(adapts.concurrency.max == 64);
    CHECK(adapts.prefetch == 0);
    CHECK(adapts.lanes == 3);
}

TEST_CASE("what can't be registered is refused by name") {
    CHECK(problem("", nothing, {}) == "handler \"\": that is no handler's name: it is empty or has a colon");
    CHECK(problem("sql:f", nothing, {}) ==
          "handler \"sql:f\": that is no handler's name: it is empty or has a colon");
    CHECK(problem("a", {}, {}) == "handler \"a\": there is no function");
    CHECK(problem("a", nothing, {.concurrency = 0}) ==
          "handler \"a\": concurrency is 0, not from 1 to 10000");
    CHECK(problem("a", nothing, {.concurrency = {4, 2}}) ==
          "handler \"a\": the most concurrency is 2, not from 4 to 10000");
    CHECK(problem("a", nothing, {.prefetch = -1}) == "handler \"a\": prefetch is -1, not from 0 to 100000");
    CHECK(problem("a", nothing, {.lanes = 65}) == "handler \"a\": lanes is 65, not from 1 to 64");
}

TEST_CASE("a name is taken once") {
    handler_table table;
    table.handle("a", nothing, {.lanes = 2});
    CHECK_THROWS_WITH(table.handle("a", nothing), "handler \"a\": there is one of that name already");
    CHECK(table.all().at("a").second.lanes == 2);
}
