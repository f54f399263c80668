#include "control/json_argument.hpp"
#include "control/usage_error.hpp"

#include "catch.hpp"
#include "temporary_file.hpp"

#include <sstream>

using namespace fanout::control;

namespace {

std::string read(const std::string& argument, const std::string& standard_input = "") {
    std::istringstream stream(standard_input);
    return read_json_argument("--input", argument, stream);
}

}  // namespace

TEST_CASE("JSON is given as it stands, with all digits of its numbers") {
    CHECK(read(R"({"a": [1.50, 12345678901234567890123]})") == R"({"a": [1.50, 12345678901234567890123]})");
}

TEST_CASE("JSON comes from a file or from standard input") {
    const temporary_file file("[1, 2]\n");
    CHECK(read("@" + file.path) == "[1, 2]\n");
    CHECK(read("-", "{\"a\": 1}\n") == "{\"a\": 1}\n");
    CHECK(read("-", "\xEF\xBB\xBF[]") == "[]");
}

TEST_CASE("what is no JSON is an error that names the option") {
    CHECK_THROWS_WITH(read("{"), Catch::Contains("--input: ") && Catch::Contains("ends too early"));
    CHECK_THROWS_AS(read("-", ""), usage_error);
    CHECK_THROWS_AS(read("\"\xff\""), usage_error);
}

TEST_CASE("a file that can't be read is an error that names it") {
    CHECK_THROWS_WITH(read("@/nowhere/x.json"),
                      "--input: can't read /nowhere/x.json: No such file or directory");
    CHECK_THROWS_WITH(read("@/tmp"), "--input: can't read /tmp: Is a directory");
}
