// What the configuration says of programs.
#include "configuration/configuration.hpp"
#include "temporary_file.hpp"

#include "catch.hpp"

#include <algorithm>
#include <fstream>
#include <stdlib.h>

using namespace fanout::worker_detail;

namespace {

process_settings read(const std::string& keys) {
    const temporary_file f("{\"handlers\": {\"h\": {\"type\": \"process\", \"argv\": [\"cat\"], " + keys +
                           "}}}");
    return std::get<process_settings>(read_configuration(f.path).handlers.at("h").kind);
}

std::string problem(const std::string& keys) {
    try {
        read(keys);
        return "";
    } catch (const configuration_error& e) {
        const std::string what = e.what();
        return what.substr(what.find(": ") + 2);
    }
}

bool gets(const process_settings& s, const std::string& variable) {
    const environment all = s.what_to_start().variables;
    return std::find(all.begin(), all.end(), variable) != all.end();
}

size_t times_given(const process_settings& s, const std::string& name) {
    const environment all = s.what_to_start().variables;
    return static_cast<size_t>(std::count_if(
        all.begin(), all.end(), [&](const std::string& v) { return v.starts_with(name + "="); }));
}

}  // namespace

TEST_CASE("all of a program's settings are read") {
    const process_settings s = read(R"("directory": "/usr", "memory_limit_bytes": 5000000000,
        "cpu_limit_seconds": 3, "stop_grace_ms": 10, "pipeline": 4, "recycle_after": 7, "idle_timeout_ms": 20,
        "cancel_grace_ms": 30)");
    CHECK(s.pipeline == 4);
    CHECK(s.recycle_after == 7);
    CHECK(s.idle_timeout == std::chrono::milliseconds(20));
    CHECK(s.cancel_grace == std::chrono::milliseconds(30));
    const command c = s.what_to_start();
    CHECK(c.argv == std::vector<std::string>{"cat"});
    CHECK(c.directory == "/usr");
    CHECK(c.memory_limit == 5'000'000'000);
    CHECK(c.cpu_limit == std::chrono::seconds(3));
    CHECK(c.stop_grace == std::chrono::milliseconds(10));
}

TEST_CASE("a program gets the daemon's variables that are listed, and further ones") {
    setenv("PGPASSWORD", "secret", 1);
    setenv("LC_X", "c", 1);
    setenv("HOME", "/h", 1);
    setenv("FANOUT_RUN_ID", "old", 1);
    const temporary_file token("the token\n");
    const process_settings usual = read(R"("variables": {"MODE": "x"})");
    CHECK(gets(usual, "HOME=/h"));
    CHECK(gets(usual, "LC_X=c"));
    CHECK(gets(usual, "MODE=x"));
    CHECK(times_given(usual, "PGPASSWORD") == 0);
    const process_settings listed =
        read(R"("environment": ["PG*", "FANOUT_*", "HOME"], "variables": {"HOME": "/other",
        "COPY": {"env": "LC_X"}, "TOKEN": {"file": ")" +
             token.path + "\"}}");
    CHECK(gets(listed, "PGPASSWORD=secret"));
    CHECK(gets(listed, "COPY=c"));
    CHECK(gets(listed, "TOKEN=the token"));
    CHECK(gets(listed, "HOME=/other"));
    CHECK(times_given(listed, "HOME") == 1);
    CHECK(times_given(listed, "LC_X") == 0);
    CHECK(times_given(listed, "FANOUT_RUN_ID") == 0);
    CHECK(read(R"("environment": [])").what_to_start().variables.empty());
    unsetenv("PGPASSWORD");
    unsetenv("FANOUT_RUN_ID");
}

TEST_CASE("a secret that changes makes it another configuration") {
    const temporary_file token("one");
    const std::string keys = R"("variables": {"TOKEN": {"file": ")" + token.path + "\"}}";
    const process_settings before = read(keys);
    CHECK(before == read(keys));
    std::ofstream(token.path) << "two";
    CHECK_FALSE(before == read(keys));
}

TEST_CASE("what a program can't be started with is refused, by line and key") {
    CHECK(problem("\n\"directory\": \"/nowhere\"") ==
          "line 2: \"handlers.h.directory\" is no directory: /nowhere");
    CHECK(problem(R"("environment": "PATH")") ==
          "line 1: \"handlers.h.environment\" is not an array of names of variables");
    CHECK(problem(R"("environment": ["A=b"])").starts_with("line 1: \"handlers.h.environment\""));
    CHECK(problem(R"("variables": {"FANOUT_X": "1"})") ==
          "line 1: \"handlers.h.variables.FANOUT_X\" is a name that the daemon keeps for itself");
    CHECK(problem(R"("variables": {"A=": "1"})").find("is no variable's name") != std::string::npos);
    CHECK(problem(R"("variables": {"A": 1})").starts_with("line 1: \"handlers.h.variables.A\" is neither"));
    CHECK(
        problem(R"("variables": {"A": {"file": "/nowhere/x"}})") ==
        "line 1: \"handlers.h.variables.A.file\" names a file that can't be read: /nowhere/x: No such file or directory");
    CHECK(problem(R"("variables": {"A": {"env": "NOT_THERE"}})") ==
          "line 1: \"handlers.h.variables.A.env\" names a variable that isn't set: NOT_THERE");
    CHECK(problem(R"("variables": {"A": {"fil": "x"}})").find("unknown key") != std::string::npos);
    for (const char* key : {"\"memory_limit_bytes\": 0", "\"cpu_limit_seconds\": 0",
                            "\"cpu_limit_seconds\": 1.5", "\"stop_grace_ms\": -1", "\"pipeline\": 0",
                            "\"recycle_after\": 0", "\"idle_timeout_ms\": \"1s\""}) {
        CHECK(problem(key).find("is not a whole number from") != std::string::npos);
    }
}
