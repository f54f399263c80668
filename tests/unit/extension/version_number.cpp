#include "plain/version_number.hpp"

#include "catch.hpp"

using fanout::parse_version;
using fanout::version_number;

TEST_CASE("a version is three numbers") {
    CHECK(parse_version("0.2.0") == version_number{0, 2, 0});
    CHECK(parse_version("12.34.56") == version_number{12, 34, 56});
}

TEST_CASE("versions are in the order of their numbers, not of their texts") {
    CHECK(parse_version("0.9.0") < parse_version("0.10.0"));
    CHECK(parse_version("0.99.99") < parse_version("1.0.0"));
    CHECK(parse_version("0.2.0") < parse_version("0.2.1"));
}

TEST_CASE("what is missing, or is no number, is 0") {
    CHECK(parse_version("2") == version_number{2, 0, 0});
    CHECK(parse_version("1.2rc1") == version_number{1, 2, 0});
    CHECK(parse_version("unpackaged") == version_number{});
    CHECK(parse_version("") == version_number{});
}
