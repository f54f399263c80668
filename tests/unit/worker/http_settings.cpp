#include "configuration/configuration.hpp"
#include "temporary_file.hpp"

#include "catch.hpp"

#include <cstdlib>

using namespace fanout::worker_detail;

namespace {

std::string with_handler(const std::string& keys) {
    return R"({"handlers": {"h": {"type": "http", )" + keys + "}}}";
}

http_settings settings(const std::string& keys) {
    const temporary_file f(with_handler(R"("url": "https://example.com/", )" + keys));
    return std::get<http_settings>(read_configuration(f.path).handlers.at("h").kind);
}

/// What is wrong, after `file: line 1: "handlers.h.`
std::string problem(const std::string& keys) {
    const temporary_file f(with_handler(keys));
    try {
        read_configuration(f.path);
        return "";
    } catch (const configuration_error& e) {
        const std::string expected = f.path + ": line 1: \"handlers.h.", what = e.what();
        REQUIRE(what.starts_with(expected));
        return what.substr(expected.size());
    }
}

std::string header_problem(const std::string& header) {
    return problem(R"("url": "https://example.com/", "headers": {)" + header + "}");
}

}  // namespace

TEST_CASE("an HTTP handler needs its URL alone") {
    const temporary_file f(with_handler(R"("url": "https://example.com/a?b=c")"));
    const handler_configuration h = read_configuration(f.path).handlers.at("h");
    const auto& s = std::get<http_settings>(h.kind);
    CHECK(s.url == "https://example.com/a?b=c");
    CHECK(s.method == "POST");
    CHECK(s.verify_tls);
    CHECK_FALSE(s.follow_redirects);
    CHECK(s.allow_addresses.empty());
    CHECK(h.concurrency.max == 10);
}

TEST_CASE("a URL is one of http or https, without a password") {
    CHECK(problem(R"("method": "PUT")").starts_with("url\" is missing"));
    for (const char* url :
         {"ftp://example.com/", "file:///etc/passwd", "example.com", "http://", "https://a b/"}) {
        CHECK_THAT(problem(R"("url": ")" + std::string(url) + "\""),
                   Catch::StartsWith("url\" is no http or https URL"));
    }
    const std::string said = problem(R"("url": "https://user:hidden@example.com/")");
    CHECK(said.starts_with("url\" has a user or password"));
    CHECK(said.find("hidden") == std::string::npos);
}

TEST_CASE("headers are texts, or secrets from elsewhere") {
    const temporary_file secret("key-of-the-file\n");
    setenv("FANOUT_TEST_SECRET", "key-of-the-environment", 1);
    const http_settings s = settings(
        R"("headers": {"X-Plain": "a", "Authorization": {"env": "FANOUT_TEST_SECRET", "prefix": "Bearer "},
                    "X-Key": {"file": ")" +
        secret.path + R"("}})");
    CHECK(s.headers.lines == std::vector<std::string>{"X-Plain: a",
                                                      "Authorization: Bearer key-of-the-environment",
                                                      "X-Key: key-of-the-file"});
    CHECK(s.headers.contains("authorization"));
    CHECK_FALSE(s.headers.contains("author"));
}

TEST_CASE("a secret that can't be had or sent is an error that doesn't say it") {
    const temporary_file two_lines("hidden\r\nX-Other: 1\n"), empty("\n");
    unsetenv("FANOUT_TEST_SECRET");
    CHECK_THAT(header_problem(R"("A": {"env": "FANOUT_TEST_SECRET"})"),
               Catch::StartsWith("headers.A.env\" names a variable that isn't set"));
    CHECK_THAT(
        header_problem(R"("A": {"file": "/nowhere/secret"})"),
        Catch::StartsWith("headers.A.file\" names a file that can't be read: /nowhere/secret: No such file"));
    const std::string said = header_problem(R"("A": {"file": ")" + two_lines.path + "\"}");
    CHECK_THAT(said, Catch::StartsWith("headers.A.file\" holds more than one line"));
    CHECK(said.find("hidden") == std::string::npos);
    CHECK_THAT(header_problem(R"("A": {"file": ")" + empty.path + "\"}"),
               Catch::StartsWith("headers.A.file\" holds nothing"));
    CHECK_THAT(header_problem(R"("A": {"env": "A", "file": "b"})"),
               Catch::StartsWith("headers.A.env\" and \"file\""));
    CHECK_THAT(header_problem(R"("A": {"prefix": "b"})"), Catch::StartsWith("headers.A.env\" and \"file\""));
    CHECK_THAT(header_problem(R"("A": {"enc": "b"})"),
               Catch::StartsWith("headers.A.enc\" is an unknown key"));
}

TEST_CASE("headers that would break requests are refused") {
    CHECK_THAT(header_problem(R"("A\r\nB": "c")"), Catch::Contains("is no header's name"));
    CHECK_THAT(header_problem(R"("": "c")"), Catch::Contains("is no header's name"));
    CHECK_THAT(header_problem(R"("A": "b\r\nC: d")"),
               Catch::StartsWith("headers.A\" has more than one line"));
    CHECK_THAT(header_problem(R"("content-length": "1")"), Catch::Contains("fanoutd sets itself"));
    CHECK_THAT(header_problem(R"("fanout-step": "1")"), Catch::Contains("fanoutd sets itself"));
    CHECK_THAT(header_problem(R"("A": "1", "a": "2")"), Catch::Contains("is there twice"));
    CHECK_THAT(header_problem(R"("A": 1)"), Catch::StartsWith("headers.A\" is not a text"));
}

TEST_CASE("the other settings are checked, too") {
    const std::string url = R"("url": "https://example.com/", )";
    CHECK_THAT(problem(url + R"("method": "GET")"), Catch::StartsWith("method\" is none of POST"));
    CHECK_THAT(problem(url + R"("allow_addresses": ["10.0.0.1/8"])"),
               Catch::StartsWith("allow_addresses\" has what is no network") &&
                   Catch::EndsWith("10.0.0.1/8"));
    CHECK_THAT(problem(url + R"("ca_file": "/nowhere/ca.pem")"),
               Catch::StartsWith("ca_file\" can't be read"));
    CHECK_THAT(problem(url + R"("client_key": "/dev/null")"),
               Catch::StartsWith("client_certificate\" is missing"));
    CHECK_THAT(problem(url + R"("idempotency_key": "run")"),
               Catch::StartsWith("idempotency_key\" is none of task, attempt"));
    CHECK_THAT(problem(url + R"("argv": ["a"])"), Catch::StartsWith("argv\" is an unknown key"));
    CHECK(settings(R"("allow_addresses": ["10.0.0.0/8", "::1"])").allow_addresses.size() == 2);
}
