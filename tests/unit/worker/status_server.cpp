#include "daemon/status_server.hpp"
#include "base/listening_socket.hpp"

#include "catch.hpp"

using namespace fanout::worker_detail;

TEST_CASE("addresses to listen at are IP addresses with a port") {
    for (const char* good : {"127.0.0.1:9187", "0.0.0.0:0", "[::1]:65535", "[::]:80"}) {
        INFO(good);
        CHECK(is_listen_address(good));
    }
    for (const char* bad :
         {"", ":", "9187", ":9187", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1",
          "127.0.0.1:+1", "127.0.0.1: 1", "127.0.0.1:1x", "127.0.0:1", "localhost:80", "::1:80", "[::1]",
          "[]:80", "[127.0.0.1]:80", "http://127.0.0.1:80"}) {
        INFO(bad);
        CHECK_FALSE(is_listen_address(bad));
    }
}

TEST_CASE("port 0 is a free one, and a port that is taken is an error that says so") {
    const listening_socket first("127.0.0.1:0");
    CHECK_THAT(first.address(), Catch::StartsWith("127.0.0.1:") && !Catch::EndsWith(":0"));
    CHECK_THROWS_WITH(listening_socket(first.address()),
                      "can't listen on " + first.address() + ": Address already in use");
    CHECK_THROWS_AS(status_server(first.address(), {}), listen_error);
}

TEST_CASE("pages are there to be read, and nothing else is") {
    const status_server server("127.0.0.1:0", {{"/healthz", [] { return page{.text = "healthy\n"}; }},
                                               {"/broken", []() -> page { throw std::runtime_error("x"); }}});
    CHECK(server.answer({"GET", "/healthz"}).status == 200);
    CHECK(server.answer({"GET", "/healthz"}).text == "healthy\n");
    CHECK(server.answer({"HEAD", "/healthz"}).status == 200);
    CHECK(server.answer({"POST", "/healthz"}).status == 405);
    CHECK(server.answer({"GET", "/"}).status == 404);
    CHECK(server.answer({"GET", "/healthz/"}).status == 404);
    CHECK(server.answer({"POST", "/other"}).status == 404);
    CHECK(server.answer({"GET", "/broken"}).status == 500);
}

TEST_CASE("what is none of the pages is another's to answer") {
    const status_server server("127.0.0.1:0", {{"/healthz", [] { return page{.text = "healthy\n"}; }}},
                               [](const request& r) { return page{.text = r.method + " " + r.path}; });
    CHECK(server.answer({"GET", "/healthz"}).text == "healthy\n");
    CHECK(server.answer({"POST", "/healthz"}).status == 405);
    CHECK(server.answer({"POST", "/other"}).text == "POST /other");
}
