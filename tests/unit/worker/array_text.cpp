#include "server/array_text.hpp"

#include "catch.hpp"

using fanout::worker_detail::array_text;

TEST_CASE("arrays in PostgreSQL's text format") {
    CHECK(array_text().finish() == "{}");
    array_text numbers;
    numbers.add_plain("1");
    numbers.add_plain("-2");
    CHECK(std::move(numbers).finish() == "{1,-2}");
    array_text texts;
    texts.add_quoted("");
    texts.add_quoted("NULL");
    texts.add_null();
    texts.add_quoted(R"({"a": "b\"c\\"})");
    texts.add_quoted("comma, brace } and\nline");
    CHECK(std::move(texts).finish() == R"({"","NULL",NULL,"{\"a\": \"b\\\"c\\\\\"}","comma, brace } and)"
                                       "\n"
                                       R"(line"})");
}
