#include "handlers/http/http_answer.hpp"

#include "catch.hpp"

using namespace fanout::worker_detail;
using namespace std::chrono_literals;

namespace {

outcome answer(long status, const std::string& body, const std::string& retry_after = "",
               const http_settings& settings = {}, const std::string& redirect = "",
               const std::string& date = "", const std::string& undecodable = "") {
    http_answer a(settings);
    // In two parts, as it may come.
    a.add(status, std::string_view(body).substr(0, body.size() / 2));
    a.add(status, std::string_view(body).substr(body.size() / 2));
    return a.finish({status, redirect, retry_after, date, undecodable});
}

}  // namespace

TEST_CASE("an answer of class 2xx is the output") {
    CHECK(answer(200, R"({"a": [1, "ü"]})").output == R"({"a": [1, "ü"]})");
    CHECK_FALSE(answer(201, "1").error);
    CHECK(answer(204, "").output == "null");
    CHECK(answer(200, "").output == "null");
    const outcome no_json = answer(200, "<html>");
    CHECK_THAT(*no_json.error, Catch::Contains("no valid JSON") && Catch::EndsWith(": <html>"));
    CHECK_FALSE(no_json.final);
    CHECK(answer(200, "\"\xff\"").error);
}

TEST_CASE("what may go well another time is retried, the rest is final") {
    for (long status : {408, 425, 429, 500, 502, 503, 504, 599}) CHECK_FALSE(answer(status, "x").final);
    for (long status : {300, 304, 400, 401, 403, 404, 409, 410, 422, 451}) CHECK(answer(status, "x").final);
    CHECK(answer(429, "").cause == failure_cause::overload);
    CHECK(answer(503, "").cause == failure_cause::overload);
    CHECK(answer(500, "").cause == failure_cause::handler);
}

TEST_CASE("Retry-After is heeded within a day, where there is a retry") {
    CHECK(answer(429, "", "7").retry_after == 7s);
    CHECK(answer(500, "", "1").retry_after == 1s);
    CHECK(answer(503, "", "1000000").retry_after == 24h);
    CHECK(answer(503, "", std::string(100, '9')).retry_after == 24h);
    CHECK(answer(503, "", "Fri, 31 Dec 9999 23:59:59 GMT").retry_after == 24h);
    CHECK(answer(503, "").retry_after == 0s);
    CHECK(answer(404, "", "7").retry_after == 0s);
}

TEST_CASE("a date in Retry-After is compared with the service's own clock") {
    const char* there = "Sun, 06 Nov 1994 08:49:37 GMT";
    CHECK(answer(503, "", "Sun, 06 Nov 1994 08:49:39 GMT", {}, "", there).retry_after == 2s);
}

TEST_CASE("a Retry-After that is over is a short pause, and not none") {
    const char* there = "Sun, 06 Nov 1994 08:49:37 GMT";
    for (const outcome& o : {answer(429, "", "0"), answer(503, "", there, {}, "", there),
                             answer(503, "", "Sun, 06 Nov 1994 08:49:39 GMT")}) {
        CHECK(o.retry_after > 0s);
        CHECK(o.retry_after < 1s);
    }
}

TEST_CASE("a Retry-After that can't be read is named, and counts for nothing") {
    const outcome o = answer(503, "busy", "2026-12-01T00:00:00Z");
    CHECK(*o.error == "HTTP 503: busy (its Retry-After can't be read: \"2026-12-01T00:00:00Z\")");
    CHECK(o.retry_after == 0s);
    CHECK(answer(503, "", std::string(10000, 'x')).error->size() < 200);
}

TEST_CASE("a byte order mark before the JSON is passed over") {
    CHECK(answer(200, "\xEF\xBB\xBF{\"a\": 1}").output == R"({"a": 1})");
    CHECK(answer(200, "\xEF\xBB\xBF").output == "null");
    CHECK(answer(200, "1\xEF\xBB\xBF").error);
    CHECK(answer(200, "\xEF\xBB\xBF\xEF\xBB\xBF"
                      "1")
              .error);
}

TEST_CASE("what can't be decoded fails as its status says") {
    const outcome o = answer(200, "1", "", {}, "", "", "of no use");
    CHECK(*o.error == "HTTP 200, but its body can't be decoded: of no use");
    CHECK_FALSE(o.final);
    CHECK_FALSE(answer(503, "1", "", {}, "", "", "of no use").final);
    CHECK(answer(404, "1", "", {}, "", "", "of no use").final);
}

TEST_CASE("an error shows the beginning of the body, on one line") {
    CHECK(*answer(404, "not\r\nhere\x01").error == "HTTP 404: not  here ");
    CHECK(*answer(404, "").error == "HTTP 404");
    CHECK(answer(500, std::string(100000, 'x')).error->size() < 600);
}

TEST_CASE("an error doesn't repeat a secret, whole or cut") {
    http_settings settings;
    settings.headers.secrets = {"0123456789"};
    CHECK(*answer(401, "key 0123456789 is wrong, 0123456789", "", settings).error ==
          "HTTP 401: key [secret] is wrong, [secret]");
    CHECK(without_secrets("ends with 01234", settings.headers.secrets, true) == "ends with ");
    CHECK(without_secrets("ends with 01234", settings.headers.secrets, false) == "ends with 01234");
    std::string many;
    while (many.size() < 5000) many += "0123456789";
    CHECK(answer(401, many, "", settings).error->find("012") == std::string::npos);
}

TEST_CASE("a body that is too long fails the attempt") {
    http_settings settings;
    settings.max_output_bytes = 4;
    CHECK_FALSE(answer(200, "1234", "", settings).error);
    CHECK_THAT(*answer(200, "12345", "", settings).error, Catch::Contains("max_output_bytes (4)"));
    CHECK_FALSE(answer(200, "12345", "", settings).final);
    CHECK(answer(404, "12345", "", settings).final);
}

TEST_CASE("a redirect is named without what may be secret in it") {
    CHECK(*answer(302, "", "", {}, "https://user:password@example.com/there?key=1").error ==
          "HTTP 302: a redirect to https://example.com:443/there; follow_redirects is off");
    CHECK(answer(302, "", "", {}, "https://example.com/").final);
}
