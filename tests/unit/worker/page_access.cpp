#include "daemon/page_access.hpp"

#include "catch.hpp"

using namespace fanout::worker_detail;

namespace {

const std::string token = "correct-horse-battery", session = "0123456789abcdef";

page_settings settings() {
    page_settings s;
    s.token = token;
    s.steering = true;
    s.hosts = {"status.example.com"};
    return s;
}

request asking(std::map<std::string, std::string> headers) {
    return {"GET", "/api/runs", std::move(headers)};
}

bool is_for_us(const std::string& host) {
    return page_access(settings(), session).is_for_us(asking({{"host", host}}));
}

bool is_from_elsewhere(std::map<std::string, std::string> headers) {
    headers.emplace("host", "127.0.0.1:9187");
    return page_access(settings(), session).is_from_elsewhere(asking(std::move(headers)));
}

bool knows(const std::string& header, const std::string& value) {
    return page_access(settings(), session).is_known(asking({{"host", "127.0.0.1:9187"}, {header, value}}));
}

}  // namespace

TEST_CASE("the page is found under IP addresses, localhost and the names of the settings") {
    for (const char* host : {"127.0.0.1:9187", "127.0.0.1", "10.1.2.3:80", "[::1]:9187", "[::1]", "localhost",
                             "LOCALHOST:9187", "status.example.com", "Status.Example.com:443"}) {
        INFO(host);
        CHECK(is_for_us(host));
    }
    for (const char* host :
         {"", "evil.example", "evil.example:9187", "127.0.0.1.evil.example", "localhost.evil.example",
          "status.example.com.evil.example", "xstatus.example.com", "127.0.0.1:", "127.0.0.1:80:80",
          "127.0.0.1:x", "[::1", "[]", "[evil.example]", "::1", "[::1]x", "127.1", "evil.example@127.0.0.1",
          "127.0.0.1 "}) {
        INFO(host);
        CHECK_FALSE(is_for_us(host));
    }
}

TEST_CASE("what another site's page has sent is told by its headers") {
    CHECK_FALSE(is_from_elsewhere({}));
    CHECK_FALSE(is_from_elsewhere({{"origin", "http://127.0.0.1:9187"}}));
    CHECK_FALSE(is_from_elsewhere({{"origin", "https://127.0.0.1:9187"}, {"sec-fetch-site", "same-origin"}}));
    CHECK_FALSE(is_from_elsewhere({{"sec-fetch-site", "none"}}));
    for (const char* origin :
         {"null", "http://127.0.0.1", "http://127.0.0.1:9188", "http://evil.example",
          "http://127.0.0.1:9187.evil.example", "file://127.0.0.1:9187", "127.0.0.1:9187"}) {
        INFO(origin);
        CHECK(is_from_elsewhere({{"origin", origin}}));
    }
    CHECK(is_from_elsewhere({{"sec-fetch-site", "cross-site"}}));
    CHECK(is_from_elsewhere({{"sec-fetch-site", "same-site"}}));
}

TEST_CASE("who has the token, or the cookie that it has brought, is known") {
    CHECK(knows("authorization", "Bearer " + token));
    CHECK(knows("authorization", "bearer " + token));
    for (const std::string& value :
         {"Bearer " + token.substr(1), "Bearer " + token + "x", "Bearer " + token + token, "Basic " + token,
          token, std::string("Bearer "), std::string("Bearer"), std::string(), "Bearer  " + token}) {
        INFO(value);
        CHECK_FALSE(knows("authorization", value));
    }
    CHECK(knows("cookie", "fanoutd_page_9187=" + session));
    CHECK(knows("cookie", "a=b; fanoutd_page_9187=" + session + "; c=d"));
    for (const std::string& value :
         {"fanoutd_page_9188=" + session, "fanoutd_page=" + session, "xfanoutd_page_9187=" + session,
          "fanoutd_page_9187=" + token, std::string("fanoutd_page_9187="), std::string("fanoutd_page_9187"),
          "a=fanoutd_page_9187=" + session, std::string(";;; ;"), std::string("=")}) {
        INFO(value);
        CHECK_FALSE(knows("cookie", value));
    }
}

TEST_CASE("without a token nobody is known, whatever they send") {
    page_settings s = settings();
    s.token.clear();
    s.is_public = true;
    const page_access access(s, session);
    CHECK_FALSE(access.is_known(asking({{"authorization", "Bearer "}})));
    CHECK_FALSE(access.is_known(asking({{"authorization", "Bearer x"}})));
    CHECK(access.may_read(asking({})));
}

TEST_CASE("reading wants the token, unless the page is public") {
    page_settings s = settings();
    CHECK_FALSE(page_access(s, session).may_read(asking({})));
    CHECK(page_access(s, session).may_read(asking({{"authorization", "Bearer " + token}})));
    s.is_public = true;
    CHECK(page_access(s, session).may_read(asking({})));
}

TEST_CASE("acting wants steering, and the token, or the cookie with the page's own origin") {
    page_settings s = settings();
    const std::string host = "127.0.0.1:9187", cookie = "fanoutd_page_9187=" + session,
                      bearer = "Bearer " + token;
    const auto may_act = [&](std::map<std::string, std::string> headers) {
        headers.emplace("host", host);
        return page_access(s, session).may_act(asking(std::move(headers)));
    };
    CHECK(may_act({{"authorization", bearer}}));
    CHECK(may_act({{"cookie", cookie}, {"origin", "http://" + host}}));
    CHECK_FALSE(may_act({{"cookie", cookie}}));
    CHECK_FALSE(may_act({{"cookie", cookie}, {"origin", "http://evil.example"}}));
    CHECK_FALSE(
        may_act({{"cookie", cookie}, {"origin", "http://" + host}, {"sec-fetch-site", "cross-site"}}));
    CHECK_FALSE(may_act({{"authorization", bearer}, {"origin", "http://evil.example"}}));
    CHECK_FALSE(may_act({{"origin", "http://" + host}}));
    s.is_public = true;
    CHECK_FALSE(may_act({{"origin", "http://" + host}}));
    s.steering = false;
    CHECK_FALSE(may_act({{"authorization", bearer}}));
}

TEST_CASE("the cookie is no script's, no other site's, and the port's own") {
    const page_access access(settings(), session);
    CHECK(access.cookie(asking({{"host", "127.0.0.1:9187"}})) ==
          "fanoutd_page_9187=" + session + "; Path=/; HttpOnly; SameSite=Strict");
    CHECK(access.cookie(asking({{"host", "status.example.com"}, {"origin", "https://status.example.com"}})) ==
          "fanoutd_page=" + session + "; Path=/; HttpOnly; SameSite=Strict; Secure");
    CHECK(page_access::no_cookie(asking({{"host", "127.0.0.1:9187"}})) ==
          "fanoutd_page_9187=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
}

TEST_CASE("secrets are the same where all of them is") {
    CHECK(is_same_secret("abc", "abc"));
    for (const char* other : {"", "ab", "abd", "abcd", "abcabc", "xbc"})
        CHECK_FALSE(is_same_secret(other, "abc"));
    CHECK_FALSE(is_same_secret("", ""));
}
