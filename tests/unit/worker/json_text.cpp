#include "base/json_text.hpp"

#include "catch.hpp"

using namespace fanout::worker_detail;

namespace {

std::string problem(std::string_view text) {
    try {
        check_json(text);
        return "";
    } catch (const json_error& e) {
        return e.what();
    }
}

}  // namespace

TEST_CASE("JSON of every kind is accepted") {
    for (const char* text :
         {"null", " true ", "false", "0", "-0.5e+10", "1E5", "123456789012345678901234567890", "\"\"",
          R"("\"\\\/\b\f\n\r\t\u00e9")", "\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\"", "[]", "{}",
          "[1, [2, {}], {\"a\": []}]", "{\"a\":{\"b\":[null]},\"a\":1}\n"}) {
        INFO(text);
        CHECK(problem(text).empty());
    }
}

TEST_CASE("what is no JSON is refused, and where") {
    CHECK(problem("") == "it ends too early");
    CHECK(problem("[1, 2") == "it ends too early");
    CHECK(problem("\"abc") == "it ends too early");
    CHECK(problem("{\"a\" 1}") == "unexpected '1' at byte 6");
    CHECK(problem("[1,]") == "unexpected ']' at byte 4");
    CHECK(problem("[1}") == "unexpected '}' at byte 3");
    CHECK(problem("1 2") == "unexpected '2' at byte 3");
    CHECK(problem("hello") == "unexpected 'h' at byte 1");
    for (const char* name : {"NaN", "Infinity", "nan", "inf"}) {
        CHECK(problem(name) == std::string(name) + " at byte 1, a number that JSON doesn't have");
    }
    CHECK(problem("[-Infinity]") == "Infinity at byte 3, a number that JSON doesn't have");
    CHECK(problem("nul") == "it ends too early");
    CHECK(problem("\"a\nb\"") == "control character 10 at byte 3");
    CHECK(problem("\"\xff\"") == "bytes that are not UTF-8 at byte 2");
    CHECK(problem(std::string_view("\"a\0b\"", 5)) == "a NUL byte at byte 3");
    for (const char* text :
         {"01", "1.", ".5", "+1", "1e", "-", "\"\\x\"", "\"\\u12g4\"", "{a:1}", "{\"a\":1,}", "NaN"}) {
        INFO(text);
        CHECK_FALSE(problem(text).empty());
    }
}

TEST_CASE("depth costs no stack") {
    const size_t depth = 5'000'000;
    CHECK(problem(std::string(depth, '[') + std::string(depth, ']')).empty());
    CHECK(problem(std::string(depth, '[')) == "it ends too early");
}

TEST_CASE("the members of an object are cut out as they stand") {
    const auto members =
        json_members(R"( {"id": "x/y", "n":1.10 ,"deep":{"a":[1, 2]}, "\u0061b":12345678901234567890123} )");
    REQUIRE(members);
    REQUIRE(members->size() == 4);
    CHECK((*members)[0].key == "id");
    CHECK((*members)[0].value == "\"x/y\"");
    CHECK((*members)[1].value == "1.10");
    CHECK((*members)[2].value == R"({"a":[1, 2]})");
    CHECK((*members)[3].key == "ab");
    CHECK((*members)[3].value == "12345678901234567890123");
    CHECK(json_members("{}")->empty());
    CHECK_FALSE(json_members("[1]"));
    CHECK_THROWS_AS(json_members("{\"a\":1} x"), json_error);
    CHECK_THROWS_AS(json_members("[1"), json_error);
}

TEST_CASE("a JSON string is read, and nothing else as one") {
    CHECK(json_string("\"plain\"") == "plain");
    CHECK(json_string(R"("a\n\"b\" \u20ac")") == "a\n\"b\" \xe2\x82\xac");
    CHECK(json_string(R"("\ud800")") == R"("\ud800")");
    CHECK_FALSE(json_string("1"));
    CHECK_FALSE(json_string("null"));
}

TEST_CASE("UTF-8 is told from what only looks like it") {
    CHECK(utf8_length("a") == 1);
    CHECK(utf8_length("\xc3\xa9") == 2);
    CHECK(utf8_length("\xe2\x82\xac") == 3);
    CHECK(utf8_length("\xf0\x9f\x98\x80") == 4);
    CHECK(utf8_length("") == 0);
    CHECK(utf8_length(std::string_view("\0", 1)) == 0);
    for (const char* text : {"\x80", "\xc0\xaf", "\xc3", "\xc3(", "\xe0\x9f\xbf", "\xed\xa0\x80",
                             "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80", "\xe2\x82"}) {
        CHECK(utf8_length(text) == 0);
    }
}
