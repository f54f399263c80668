#include "configuration/configuration.hpp"
#include "base/handler_limits.hpp"
#include "temporary_file.hpp"

#include "catch.hpp"

using namespace fanout::worker_detail;

namespace {

std::string problem(const std::string& text) {
    const temporary_file f(text);
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
    CHECK(c.drain_timeout == std::chrono::seconds(60));
    CHECK(c.log_format == "text");
    CHECK(c.log_level == "info");
    CHECK(c.handlers.empty());
}

TEST_CASE("a full configuration is read") {
    const temporary_file f(
        R"({"name": "w", "queues": ["a", "b"], "sql_connections": 0, "poll_interval_ms": 50,
        "drain_timeout_ms": 1500, "log_format": "json", "log_level": "debug", "handlers": {
        "e": {"type": "exec", "argv": ["/bin/true", "x y"], "concurrency": 4, "prefetch": 0, "max_output_bytes": 10},
        "p": {"type": "process", "argv": ["cat"], "concurrency": {"min": 2, "max": 8}}}})");
    const configuration c = read_configuration(f.path);
    CHECK(c.name == "w");
    CHECK(c.queues == std::vector<std::string>{"a", "b"});
    CHECK(c.sql_connections == 0);
    CHECK(c.poll_interval_ms == 50);
    CHECK(c.drain_timeout == std::chrono::milliseconds(1500));
    CHECK(c.log_format == "json");
    CHECK(c.log_level == "debug");
    const handler_configuration& e = c.handlers.at("e");
    const auto& exec = std::get<exec_settings>(e.kind);
    CHECK(exec.argv == std::vector<std::string>{"/bin/true", "x y"});
    CHECK(exec.max_output_bytes == 10);
    CHECK(e.concurrency.min == 4);
    CHECK_FALSE(e.concurrency.adapts());
    CHECK(e.prefetch == 0);
    const handler_configuration& p = c.handlers.at("p");
    CHECK(std::get<process_settings>(p.kind).max_output_bytes == 16 << 20);
    CHECK(p.concurrency.min == 2);
    CHECK(p.concurrency.max == 8);
    CHECK(p.prefetch == 8);
}

TEST_CASE("queues may have weights, in the file's order") {
    const temporary_file f("{\"queues\": {\"urgent\": 3, \"bulk\": 1000, \"a\": 1}}");
    const configuration c = read_configuration(f.path);
    CHECK(c.queues == std::vector<std::string>{"urgent", "bulk", "a"});
    CHECK(c.queue_weights == std::vector<int>{3, 1000, 1});
    CHECK(read_configuration("").queue_weights.empty());
}

TEST_CASE("an error about a queue's weight names it") {
    for (const char* weight : {"0", "1001", "-1", "1.5", "\"3\"", "null", "{}"}) {
        INFO(weight);
        CHECK(problem("{\"queues\": {\"a\": 1,\n\"b\": " + std::string(weight) + "}}") ==
              "line 2: \"queues.b\" is not a whole number from 1 to 1000");
    }
    CHECK(problem(R"({"queues": {}})") == "line 1: \"queues\" names no queue");
    CHECK(problem(R"({"queues": {"": 1}})") ==
          "line 1: \"queues.\" is no name: it is empty, longer than 255 bytes, or has a zero byte");
    CHECK(problem(R"({"queues": {"a": 1, "a": 2}})") == "line 1: \"queues.a\" is there twice");
    CHECK(problem(R"({"queues": 3})").starts_with("line 1: \"queues\" is not an array"));
}

TEST_CASE("a handler's configuration is the same only where all of it is") {
    auto read = [](const std::string& text) {
        return read_configuration(temporary_file(text).path).handlers.at("resize");
    };
    const std::string same = R"({"type": "exec", "argv": ["a", "b"], "concurrency": 2})";
    CHECK(read(with_handler(same)) == read("{\"name\": \"x\",\n" + with_handler(same).substr(1)));
    for (const char* other :
         {R"({"type": "process", "argv": ["a", "b"], "concurrency": 2})",
          R"({"type": "exec", "argv": ["a", "c"], "concurrency": 2})",
          R"({"type": "exec", "argv": ["a", "b"], "concurrency": 3})",
          R"({"type": "exec", "argv": ["a", "b"], "concurrency": 2, "prefetch": 1})",
          R"({"type": "exec", "argv": ["a", "b"], "concurrency": 2, "max_output_bytes": 1})"}) {
        CHECK_FALSE(read(with_handler(same)) == read(with_handler(other)));
    }
}

TEST_CASE("every kind of handler has its usual concurrency and prefetch") {
    const temporary_file f(R"({"handlers": {
        "e": {"type": "exec", "argv": ["a"]},
        "p": {"type": "process", "argv": ["a"], "pipeline": 5, "concurrency": 3},
        "h": {"type": "http", "url": "http://localhost/"},
        "f": {"type": "plugin", "library": "/nowhere/f.so"}}})");
    const configuration c = read_configuration(f.path);
    const int cores = usual_for_this_machine();
    CHECK(c.handlers.at("e").concurrency == concurrency_range{cores, cores});
    CHECK(c.handlers.at("e").prefetch == cores);
    CHECK(c.handlers.at("p").prefetch == 15);
    CHECK(c.handlers.at("h").concurrency == concurrency_range{10, 10});
    CHECK(c.handlers.at("h").prefetch == 10);
    CHECK(c.handlers.at("f").concurrency == concurrency_range{1, 1});
    CHECK(c.handlers.at("f").prefetch == 2000);
    CHECK_FALSE(std::get<plugin_settings>(c.handlers.at("f").kind).function);
}

TEST_CASE("what the configuration doesn't say is as the plugin wants it") {
    const auto function = std::make_shared<const fanout::handler>();
    const plugin_loader loader = [&](const std::string& library, const std::string& name) -> plugin_function {
        if (library != "/lib/f.so") throw plugin_error("can't be loaded: " + library);
        return {function, {.concurrency = {2, name == "g" ? 9 : 8}, .prefetch = 7, .lanes = 3}};
    };
    const temporary_file f(R"({"handlers": {
        "f": {"type": "plugin", "library": "/lib/f.so", "prefetch": 1},
        "g": {"type": "plugin", "library": "/lib/f.so"}}})");
    const configuration c = read_configuration(f.path, loader);
    CHECK(c.handlers.at("f").concurrency == concurrency_range{2, 8});
    CHECK(c.handlers.at("f").prefetch == 1);
    CHECK(c.handlers.at("g").concurrency == concurrency_range{2, 9});
    CHECK(c.handlers.at("g").prefetch == 7);
    const auto& plugin = std::get<plugin_settings>(c.handlers.at("g").kind);
    CHECK(plugin.function == function);
    CHECK(plugin.lanes == 3);
    const temporary_file bad("{\"handlers\": {\n\"f\": {\"type\": \"plugin\", \"library\": \"/lib/g.so\"}}}");
    CHECK_THROWS_WITH(read_configuration(bad.path, loader),
                      bad.path + ": line 2: \"handlers.f.library\" can't be loaded: /lib/g.so");
}

TEST_CASE("the sample configuration is a good one") {
    CHECK_NOTHROW(read_configuration("worker/fanoutd.sample.json"));
}

TEST_CASE("malformed JSON is named by line and column") {
    CHECK(problem("{\n  \"name\": \"x\",\n  oops\n}").starts_with("line 3, column 3"));
    CHECK(problem("").starts_with("line 1"));
}

TEST_CASE("an error names the place in the file") {
    CHECK(problem("[]") == "line 1: the file is not an object");
    CHECK(problem(R"({"nam": "x"})").starts_with("line 1: \"nam\" is an unknown key; known are "));
    CHECK(problem(R"({"name": ""})").starts_with("line 1: \"name\""));
    CHECK(problem(R"({"queues": "a"})").starts_with("line 1: \"queues\""));
    CHECK(problem(R"({"poll_interval_ms": 0})").starts_with("line 1: \"poll_interval_ms\""));
    CHECK(problem(R"({"drain_timeout_ms": -1})").starts_with("line 1: \"drain_timeout_ms\""));
    CHECK(problem(R"({"log_level": "loud"})").starts_with("line 1: \"log_level\" is none of debug, info"));
    CHECK(problem(R"({"handlers": []})").starts_with("line 1: \"handlers\""));
    CHECK(problem(R"({"handlers": {"sql:f": {}}})")
              .starts_with("line 1: \"handlers.sql:f\" is no handler's name"));
    CHECK(problem(with_handler("{}")) ==
          "line 1: \"handlers.resize.type\" is missing: exec, process, http or plugin");
    CHECK(problem(with_handler(R"({"type": "magic", "argv": ["a"]})")) ==
          "line 1: \"handlers.resize.type\" is none of exec, process, http, plugin");
    CHECK(problem(with_handler(R"({"type": "exec"})")).starts_with("line 1: \"handlers.resize.argv\""));
    CHECK(problem(with_handler(R"({"type": "exec", "argv": [1]})"))
              .starts_with("line 1: \"handlers.resize.argv\""));
    CHECK(problem(with_handler(R"({"type": "exec", "argv": ["a"], "concurency": 1})"))
              .starts_with("line 1: \"handlers.resize.concurency\" is an unknown key"));
    CHECK(problem(with_handler(R"({"type": "exec", "argv": ["a"], "concurrency": 1.5})"))
              .starts_with("line 1: \"handlers.resize.concurrency\" is not a whole number"));
    CHECK(
        problem(
            "{\n  \"handlers\": {\n    \"a\": {\"type\": \"exec\",\n      \"argv\": [\"a\"],\n      \"x\": 1}}}")
            .starts_with("line 5: \"handlers.a.x\" is an unknown key"));
    CHECK(problem(R"({"name": "a", "name": "b"})") == "line 1: \"name\" is there twice");
    CHECK(problem(with_handler(R"({"type": "exec", "argv": ["a"], "concurrency": {"min": 3, "max": 2}})"))
              .starts_with("line 1: \"handlers.resize.concurrency.max\" is below min"));
    CHECK_THROWS_WITH(read_configuration("/nowhere/f.json"),
                      Catch::Contains("/nowhere/f.json: can't be read"));
}

TEST_CASE("a page has a connection, and a token or everybody") {
    const temporary_file f(
        R"({"page": {"connection": "dbname=app", "token": "0123456789abcdef", "steering": true,
        "hosts": ["status.example.com"], "timeout_ms": 2000}})");
    const configuration c = read_configuration(f.path);
    REQUIRE(c.page);
    CHECK(c.page->connection == "dbname=app");
    CHECK(c.page->token == "0123456789abcdef");
    CHECK(c.page->steering);
    CHECK_FALSE(c.page->is_public);
    CHECK(c.page->hosts == std::vector<std::string>{"status.example.com"});
    CHECK(c.page->timeout == std::chrono::seconds(2));
    CHECK_FALSE(read_configuration("").page);
}

TEST_CASE("a page that nobody could use, or everybody by mistake, is an error") {
    const auto page_problem = [](const std::string& text) { return problem("{\"page\": {" + text + "}}"); };
    CHECK_THAT(page_problem(R"("public": true)"), Catch::Contains("\"page.connection\" is missing"));
    CHECK_THAT(page_problem(R"("connection": "dbname=app")"), Catch::Contains("\"page.token\" is missing"));
    CHECK_THAT(page_problem(R"("connection": "dbname=app", "public": true, "steering": true)"),
               Catch::Contains("\"page.token\" is missing: steering"));
    CHECK_THAT(page_problem(R"("connection": "", "public": true)"),
               Catch::Contains("is no connection string"));
    CHECK_THAT(page_problem(R"("connection": "secret", "public": true)"),
               Catch::Contains("is no connection string") && !Catch::Contains("secret"));
    for (const char* token : {"", "short", "0123456789 abcdef", "0123456789äbcdef", "0123456789abcde"}) {
        INFO(token);
        const std::string said =
            page_problem(R"("connection": "dbname=app", "token": ")" + std::string(token) + "\"");
        CHECK_THAT(said, Catch::Contains("\"page.token\" is no token") && !Catch::Contains("0123"));
    }
    for (const char* host : {"", "Example.com", "example.com:80", "http://example.com", "*"}) {
        INFO(host);
        CHECK_THAT(page_problem(R"("connection": "dbname=app", "public": true, "hosts": [")" +
                                std::string(host) + "\"]"),
                   Catch::Contains("\"page.hosts\" has what is no host's name"));
    }
}

TEST_CASE("a page without an address is served on loopback") {
    options o;
    configuration c;
    CHECK(listen_address(o, c).empty());
    c.page = page_settings{};
    CHECK(listen_address(o, c) == "127.0.0.1:9187");
    c.listen = "10.0.0.1:80";
    CHECK(listen_address(o, c) == "10.0.0.1:80");
    o.listen = "[::1]:1";
    CHECK(listen_address(o, c) == "[::1]:1");
}

TEST_CASE("databases are connection strings, each once") {
    const temporary_file f(R"({"databases": ["host=a dbname=app", "postgresql://b/app"]})");
    CHECK(read_configuration(f.path).databases ==
          std::vector<std::string>{"host=a dbname=app", "postgresql://b/app"});
    CHECK(problem(R"({"databases": []})") == "line 1: \"databases\" is not an array of texts, or empty");
    CHECK(problem(R"({"databases": ["odd"]})") ==
          "line 1: \"databases\" has what is no connection string that libpq can read, or empty");
    CHECK(problem(R"({"databases": ["host=a password=x", "host=a password=y"]})") ==
          "line 1: \"databases\" has a database twice");
}
