#include "tasks/task.hpp"

#include "catch.hpp"

#include <string>

using namespace fanout::worker_detail;

TEST_CASE("the context's members stand beside the item") {
    CHECK(input_with_context(R"({"item": 1})", R"({"rates": {"eur": 1.10}})") ==
          R"({"item": 1, "rates": {"eur": 1.10}})");
    CHECK(input_with_context(R"({"items": [{"a": "}"}, null]})", R"({"run": {}, "list": [1, 2]})") ==
          R"({"items": [{"a": "}"}, null], "run": {}, "list": [1, 2]})");
}

TEST_CASE("without a context the input stays as it is") {
    CHECK(input_with_context(R"({"item": {"a": 1}})", "") == R"({"item": {"a": 1}})");
    CHECK(input_with_context(R"({"run": null})", "") == R"({"run": null})");
}

TEST_CASE("numbers keep all their digits") {
    CHECK(input_with_context(R"({"item": 0.10000000000000000001})", R"({"run": 1e999})") ==
          R"({"item": 0.10000000000000000001, "run": 1e999})");
}

TEST_CASE("the tasks of a claim share its context") {
    auto of = std::make_shared<claim>();
    of->context = R"({"run": 7})";
    const claimed_task first{of, 0, R"({"item": "a"})", ""}, second{of, 1, R"({"item": "b"})", ""};
    CHECK(first.whole_input() == R"({"item": "a", "run": 7})");
    CHECK(second.whole_input() == R"({"item": "b", "run": 7})");
}

TEST_CASE("the inputs of consecutive tasks come as one array, a line each") {
    CHECK(split_inputs("[{\"item\": 1}]") == std::vector<std::string>{R"({"item": 1})"});
    CHECK(split_inputs("[{\"item\": \"a,\\n]\"},\n{\"item\": [1,2]},\n{\"item\": {}}]") ==
          std::vector<std::string>{R"({"item": "a,\n]"})", R"({"item": [1,2]})", R"({"item": {}})"});
}
