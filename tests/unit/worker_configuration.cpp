#include "configuration.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <fstream>

using namespace fanout::worker_detail;

namespace {

/// A configuration file for the time of a test.
class file {
public:
    explicit file(const std::string& text) {
        std::string name = "/tmp/worker_configuration.XXXXXX";
        ::close(mkstemp(name.data()));
        path = name;
        std::ofstream(path) << text;
    }
    file(const file&) = delete;
    file& operator=(const file&) = delete;
    ~file() { unlink(path.c_str()); }

    std::string path;
};

std::string problem(const std::string& text) {
    const file f(text);
    try {
        read_configuration(f.path);
        return "";
    } catch (const configuration_error& e) {
        const std::string what = e.what();
        REQUIRE(what.starts_with(f.path + ": "));
        return what.substr(f.path.size() + 2);
    }
}

std::string with_handler(const std::string& text) {
    return R"({"handlers": {"resize": )" + text + "}}";
}

}  // namespace

TEST_CASE("without a file the defaults hold") {
    const configuration c = read_configuration("");
    CHECK(c.queues == std::vector<std::string>{"default"});
    CHECK(c.sql_connections == 2);
    CHECK(c.handlers.empty());
}

TEST_CASE("a full configuration is read") {
    const file f(
        R"({"name": "w", "queues": ["a", "b"], "sql_connections": 0, "poll_interval_ms": 50, "handlers": {
        "e": {"type": "exec", "argv": ["/bin/true", "x y"], "concurrency": 4, "prefetch": 0, "max_output_bytes": 10},
        "p": {"type": "process", "argv": ["cat"], "concurrency": 3}}})");
    const configuration c = read_configuration(f.path);
    CHECK(c.name == "w");
    CHECK(c.queues == std::vector<std::string>{"a", "b"});
    CHECK(c.sql_connections == 0);
    CHECK(c.poll_interval_ms == 50);
    const handler_configuration& e = c.handlers.at("e");
    CHECK(e.type == handler_type::exec);
    CHECK(e.argv == std::vector<std::string>{"/bin/true", "x y"});
    CHECK(e.concurrency == 4);
    CHECK(e.prefetch == 0);
    CHECK(e.max_output_bytes == 10);
    const handler_configuration& p = c.handlers.at("p");
    CHECK(p.type == handler_type::process);
    CHECK(p.prefetch == 3);
    CHECK(p.max_output_bytes == 16 << 20);
}

TEST_CASE("the sample configuration is a good one") {
    CHECK_NOTHROW(read_configuration("worker/fanoutd.sample.json"));
}

TEST_CASE("malformed JSON is named by line and column") {
    CHECK(problem("{\n  \"name\": \"x\",\n  oops\n}").starts_with("line 3, column 3"));
    CHECK(problem("").starts_with("line 1"));
}

TEST_CASE("an error names the place in the file") {
    CHECK(problem("[]") == "the file is not an object");
    CHECK(problem(R"({"nam": "x"})").starts_with("\"nam\" is an unknown key; known are handlers, name"));
    CHECK(problem(R"({"name": ""})").starts_with("\"name\""));
    CHECK(problem(R"({"queues": "a"})").starts_with("\"queues\""));
    CHECK(problem(R"({"poll_interval_ms": 0})").starts_with("\"poll_interval_ms\""));
    CHECK(problem(R"({"handlers": []})").starts_with("\"handlers\""));
    CHECK(problem(R"({"handlers": {"sql:f": {}}})").starts_with("\"handlers.sql:f\" is no handler's name"));
    CHECK(problem(with_handler("{}")).starts_with("\"handlers.resize.type\""));
    CHECK(
        problem(with_handler(R"({"type": "magic", "argv": ["a"]})")).starts_with("\"handlers.resize.type\""));
    CHECK(problem(with_handler(R"({"type": "exec"})")).starts_with("\"handlers.resize.argv\""));
    CHECK(problem(with_handler(R"({"type": "exec", "argv": [1]})")).starts_with("\"handlers.resize.argv\""));
    CHECK(problem(with_handler(R"({"type": "exec", "argv": ["a"], "concurency": 1})"))
              .starts_with("\"handlers.resize.concurency\" is an unknown key"));
    CHECK(problem(with_handler(R"({"type": "exec", "argv": ["a"], "concurrency": 1.5})"))
              .starts_with("\"handlers.resize.concurrency\" is not a whole number"));
    CHECK_THROWS_WITH(read_configuration("/nowhere/f.json"),
                      Catch::Contains("/nowhere/f.json: can't be read"));
}
