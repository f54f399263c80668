#include "daemon/status_page.hpp"

#include "catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace fanout::worker_detail;

namespace {

const std::string token = "correct-horse-battery";

/// Of a database that isn't there: what is asked of it is answered with 503.
page_settings settings() {
    page_settings s;
    s.connection = "host=/nowhere dbname=nothing";
    s.token = token;
    return s;
}

request with_token(const std::string& method, const std::string& path,
                   std::map<std::string, std::string> query = {}) {
    return {
        method, path, {{"host", "127.0.0.1:9187"}, {"authorization", "Bearer " + token}}, std::move(query)};
}

std::string header(const page& p, const std::string& name) {
    for (const auto& [key, value] : p.headers) {
        if (key == name) return value;
    }
    return "";
}

constexpr const char* run = "/api/runs/01234567-89ab-cdef-0123-456789ABCDEF";

}  // namespace

TEST_CASE("addresses of the status page lead to the database, or to no page") {
    status_page p(settings());
    for (const std::string& path : {std::string("/api/runs"), std::string("/api/flows"),
                                    std::string("/api/system"), std::string("/api/health"), std::string(run),
                                    std::string(run) + "/failures", std::string(run) + "/why"}) {
        INFO(path);
        CHECK(p.answer(with_token("GET", path)).status == 503);
        CHECK(p.answer(with_token("POST", path)).status == 405);
    }
    for (const std::string& path :
         {std::string("/api/"), std::string("/api/run"), std::string("/api/runs/"),
          std::string("/api/runs/1"), std::string(run) + "/", std::string(run) + "/failures/",
          std::string(run) + "x", std::string(run) + "/drop", std::string(run) + "/cancel/",
          std::string("/api/queues"), std::string("/api/queues/"), std::string("/api/queues/drop"),
          std::string("/api/runs/01234567-89ab-cdef-0123-456789abcdeg"), std::string("/index.html"),
          std::string("/page.js/")}) {
        INFO(path);
        CHECK(p.answer(with_token("GET", path)).status == 404);
    }
    CHECK(p.answer(with_token("GET", "/api/runs", {{"before_id", "1; DROP"}})).status == 400);
}

TEST_CASE("the page's files are there for everybody, and can only be read") {
    status_page p(settings());
    for (const char* path : {"/", "/page.css", "/page.js", "/icon.svg"}) {
        INFO(path);
        const page file = p.answer({"GET", path, {{"host", "localhost"}}});
        CHECK(file.status == 200);
        CHECK_FALSE(file.text.empty());
        CHECK(p.answer({"POST", path, {{"host", "localhost"}}}).status == 405);
    }
    CHECK(p.answer({"GET", "/", {{"host", "localhost"}}}).text.starts_with("<!DOCTYPE html>"));
}

TEST_CASE("whoever has no token learns nothing, not even what there is") {
    status_page p(settings());
    for (const char* path : {"/api/runs", "/api/nothing", run}) {
        INFO(path);
        CHECK(p.answer({"GET", path, {{"host", "localhost"}}}).status == 401);
    }
}

TEST_CASE("what was meant for another host, or comes from another site, is refused") {
    status_page p(settings());
    CHECK(p.answer({"GET", "/", {{"host", "evil.example"}}}).status == 421);
    CHECK(p.answer({"GET", "/"}).status == 421);
    request r = with_token("GET", "/api/runs");
    r.headers["origin"] = "http://evil.example";
    CHECK(p.answer(r).status == 403);
    // A link on another site may lead to the page.
    CHECK(p.answer({"GET", "/", {{"host", "localhost"}, {"sec-fetch-site", "cross-site"}}}).status == 200);
}

TEST_CASE("every answer of the page has what protects its readers") {
    status_page p(settings());
    for (const request& r : {request{"GET", "/", {{"host", "localhost"}}}, request{"GET", "/"},
                             request{"GET", "/nothing"}, with_token("GET", "/api/runs")}) {
        const page answer = p.answer(r);
        CHECK_THAT(header(answer, "Content-Security-Policy"), Catch::StartsWith("default-src 'none'") &&
                                                                  Catch::Contains("frame-ancestors 'none'") &&
                                                                  !Catch::Contains("unsafe"));
        CHECK(header(answer, "X-Content-Type-Options") == "nosniff");
    }
}

TEST_CASE("a session begins with the token and ends when asked to") {
    status_page p(settings());
    CHECK(p.answer({"POST", "/api/session", {{"host", "localhost"}}}).status == 401);
    const page begun = p.answer(with_token("POST", "/api/session"));
    CHECK(begun.status == 200);
    const std::string cookie = header(begun, "Set-Cookie");
    request r{
        "GET", "/api/session", {{"host", "127.0.0.1:9187"}, {"cookie", cookie.substr(0, cookie.find(';'))}}};
    CHECK(nlohmann::json::parse(p.answer(r).text) ==
          nlohmann::json{{"may_read", true}, {"is_known", true}, {"has_token", true}, {"may_act", false}});
    CHECK(status_page(settings()).answer(r).text !=
          p.answer(r).text);  // another daemon's, or after a restart
    r.method = "DELETE";
    CHECK_THAT(header(p.answer(r), "Set-Cookie"), Catch::Contains("Max-Age=0"));
}

TEST_CASE("runs and queues are steered by POST, and only where the settings say so") {
    page_settings s = settings();
    for (const std::string& path :
         {std::string(run) + "/cancel", std::string(run) + "/resume", std::string(run) + "/pause",
          std::string(run) + "/continue", std::string(run) + "/retry", std::string("/api/queues/pause"),
          std::string("/api/queues/continue")}) {
        INFO(path);
        CHECK(status_page(s).answer(with_token("POST", path)).status == 403);
        s.steering = true;
        CHECK(status_page(s).answer(with_token("GET", path)).status == 405);
        CHECK(status_page(s).answer(with_token("POST", path)).status == 503);
        s.steering = false;
    }
}
