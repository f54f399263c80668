#include "control/shown_text.hpp"

#include "catch.hpp"

#include <clocale>

using namespace fanout::control;

TEST_CASE("what steers a terminal is shown as a question mark") {
    CHECK(printable("a\x1b[2Jb\r\n\tc") == "a?[2Jb???c");
    CHECK(printable("\x7f\xc2\x9b"
                    "31m") == "??31m");
    CHECK(printable("\xe2\x80\xae"
                    "abc\xe2\x81\xa6") == "?abc?");
    CHECK(printable("grüezi → 世界 😀") == "grüezi → 世界 😀");
    CHECK(printable("") == "");
}

TEST_CASE("what is not UTF-8 is shown as a question mark a byte") {
    CHECK(printable("a\xff\xfe"
                    "b\xc3") == "a??b?");
    CHECK(printable(std::string_view("a\0b", 3)) == "a?b");
}

TEST_CASE("of several lines each is printable") {
    CHECK(printable_lines("a\nb\x1b\n\nc") == "a\nb?\n\nc");
    CHECK(printable_lines("a\n") == "a\n");
}

TEST_CASE("a text is as wide as a terminal shows it") {
    REQUIRE(std::setlocale(LC_CTYPE, "C.UTF-8"));
    CHECK(width_of("abc") == 3);
    CHECK(width_of("über") == 4);
    CHECK(width_of("世界") == 4);
    CHECK(width_of("e\xcc\x81") == 1);
    CHECK(width_of("") == 0);
}

TEST_CASE("a text that is too wide ends with an ellipsis") {
    REQUIRE(std::setlocale(LC_CTYPE, "C.UTF-8"));
    CHECK(shortened("abcdef", 6) == "abcdef");
    CHECK(shortened("abcdef", 5) == "abcd…");
    CHECK(shortened("abcdef", 1) == "…");
    CHECK(shortened("abcdef", 0) == "");
    // The second character would need two columns.
    CHECK(shortened("世界世", 4) == "世…");
    CHECK(width_of(shortened("世界世", 4)) <= 4);
}

TEST_CASE("JSON keeps its meaning without what steers a terminal") {
    CHECK(printable_json("{\"a\": \"\xc2\x9b\x7f\"}") == R"({"a": "\u009b\u007f"})");
    CHECK(printable_json("\"\xe2\x80\xae\"") == R"("\u202e")");
    CHECK(printable_json(R"({"ü": [1, "\u001b"]})") == R"({"ü": [1, "\u001b"]})");
}
