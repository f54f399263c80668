#include "handlers/http/http_date.hpp"

#include "catch.hpp"

using namespace fanout::worker_detail;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::sys_seconds now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 30) + 10h;

}  // namespace

TEST_CASE("a Retry-After is a number of seconds") {
    CHECK(parse_retry_after("0", now) == 0s);
    CHECK(parse_retry_after("120", now) == 120s);
    CHECK(parse_retry_after("86400", now) == 86400s);
    CHECK(parse_retry_after("99999999999999999999999999", now) == std::chrono::seconds::max());
}

TEST_CASE("or a date in one of the three forms that HTTP knows") {
    CHECK(parse_retry_after("Mon, 30 Nov 2026 10:00:07 GMT", now) == 7s);
    CHECK(parse_retry_after("Monday, 30-Nov-26 10:00:07 GMT", now) == 7s);
    CHECK(parse_retry_after("Mon Nov 30 10:00:07 2026", now) == 7s);
    CHECK(parse_retry_after("Tue Dec  1 10:00:00 2026", now) == 24h);
}

TEST_CASE("a date that is over means now") {
    CHECK(parse_retry_after("Mon, 30 Nov 2026 09:00:00 GMT", now) == 0s);
}

TEST_CASE("anything else can't be read") {
    for (const char* text :
         {"", " ", "-1", "1.5", "1s", "+3", "0x10", "soon", "2026-12-01T00:00:00Z", "2026-12-01",
          "Mon, 30 Nov 2026 10:00:07", "Mon, 30 Nov 2026 10:00:07 CET", "Mon, 30 Nov 2026 10:00:07 GMT, 5",
          "Mon, 32 Nov 2026 10:00:07 GMT", "30 Nov 2026 10:00:07 GMT"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_retry_after(text, now));
    }
}
