#include "server/connection_string.hpp"
#include "base/json_section.hpp"

#include "catch.hpp"

#include <unistd.h>

#include <cstdlib>
#include <fstream>

using namespace fanout::worker_detail;

namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a silent peer is noticed by default") {
    const std::string s = with_network_defaults("");
    CHECK(contains(s, "keepalives_idle='30'"));
    CHECK(contains(s, "keepalives_interval='10'"));
    CHECK(contains(s, "keepalives_count='3'"));
    CHECK(contains(s, "tcp_user_timeout='30000'"));
}

TEST_CASE("what the connection string says stays as it is") {
    const std::string s = with_network_defaults("host=a,b keepalives_idle=5 tcp_user_timeout=0");
    CHECK(contains(s, "host='a,b'"));
    CHECK(contains(s, "keepalives_idle='5'"));
    CHECK(contains(s, "tcp_user_timeout='0'"));
    CHECK_FALSE(contains(s, "'30'"));
}

TEST_CASE("a URI is read, and what is to be quoted is quoted") {
    const std::string s =
        with_network_defaults("postgresql://u%27x@h1:1,h2:2/d%5Cb?target_session_attrs=read-write");
    CHECK(contains(s, R"(user='u\'x')"));
    CHECK(contains(s, R"(dbname='d\\b')"));
    CHECK(contains(s, "host='h1,h2'"));
    CHECK(contains(s, "port='1,2'"));
    CHECK(contains(s, "target_session_attrs='read-write'"));
    CHECK(with_network_defaults(s) == s);
}

TEST_CASE("what a service says stays as it is") {
    std::string file = "/tmp/worker_connection_string.XXXXXX";
    ::close(mkstemp(file.data()));
    std::ofstream(file) << "[app]\nhost=a\nkeepalives_idle=7\n";
    setenv("PGSERVICEFILE", file.c_str(), 1);
    unsetenv("PGSERVICE");
    const std::string s = with_network_defaults("service=app");
    CHECK(contains(s, "service='app'"));
    CHECK_FALSE(contains(s, "keepalives_idle"));
    CHECK(contains(s, "keepalives_count='3'"));
    CHECK(std::getenv("PGSERVICE") == nullptr);
    unsetenv("PGSERVICEFILE");
    unlink(file.c_str());
}

TEST_CASE("a connection string that can't be read is an error") {
    CHECK_THROWS_AS(with_network_defaults("host=a oops"), configuration_error);
    CHECK_THROWS_AS(with_network_defaults("hots=a"), configuration_error);
}

TEST_CASE("what is shown of a connection string has no secrets") {
    CHECK(without_secrets("host=a password='s e' dbname=b") == "dbname='b' host='a'");
    CHECK(without_secrets("postgresql://u:s%65cret@h/d?sslpassword=x") == "dbname='d' host='h' user='u'");
    CHECK(without_secrets("host=a dbname=b") == "host=a dbname=b");
    CHECK(without_secrets("postgresql://h/d") == "postgresql://h/d");
    CHECK(without_secrets("no connection string") == "no connection string");
}
