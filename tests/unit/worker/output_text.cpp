#include "tasks/output_text.hpp"

#include "catch.hpp"

using namespace fanout::worker_detail;

TEST_CASE("an output that can't be sent is refused") {
    CHECK_NOTHROW(check_output("{\"a\": 1}"));
    CHECK_NOTHROW(check_output("\"\xc3\xa9\""));
    CHECK_THROWS_WITH(check_output("\"\xc3\""), Catch::Contains("UTF-8"));
    CHECK_THROWS_WITH(check_output(std::string("\"a\0b\"", 5)), Catch::Contains("NUL"));
}

TEST_CASE("an error's text is made sendable, and short") {
    CHECK(clean_error("plain \xc3\xa9") == "plain \xc3\xa9");
    CHECK(clean_error(std::string("a\0b\xff", 4)) == "a?b?");
    const std::string cut = clean_error(std::string(100'000, 'x'));
    CHECK(cut.size() < 10'000);
    CHECK(cut.ends_with("…"));
    CHECK(clean_error(" \n") == "an error without a message");
}
