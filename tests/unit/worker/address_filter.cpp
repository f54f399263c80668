#include "base/address_filter.hpp"

#include "catch.hpp"

using namespace fanout::worker_detail;

namespace {

address_filter filter(std::initializer_list<const char*> allowed) {
    std::vector<network> networks;
    for (const char* text : allowed) networks.push_back(network::parse(text).value());
    return address_filter(networks);
}

bool admits(const address_filter& f, const char* address) {
    return f.admits(parse_address(address).value());
}

}  // namespace

TEST_CASE("public addresses are admitted") {
    for (const char* address :
         {"1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
          "126.255.255.255", "128.0.0.1", "169.253.0.1", "172.15.255.255", "172.32.0.0", "192.167.0.1",
          "192.169.0.1", "223.255.255.255", "2606:4700::1111", "2a00::1", "::ffff:8.8.8.8",
          "64:ff9b::8.8.8.8", "2002:808:808::1"}) {
        INFO(address);
        CHECK(admits(filter({}), address));
    }
}

TEST_CASE("addresses that lead inside are refused") {
    for (const char* address : {"0.0.0.0",
                                "0.1.2.3",
                                "10.0.0.1",
                                "10.255.255.255",
                                "100.64.0.1",
                                "100.100.100.200",
                                "127.0.0.1",
                                "127.255.255.254",
                                "169.254.169.254",
                                "168.63.129.16",
                                "172.16.0.1",
                                "172.31.255.255",
                                "192.0.0.192",
                                "192.168.0.1",
                                "198.18.0.1",
                                "224.0.0.1",
                                "239.255.255.255",
                                "240.0.0.1",
                                "255.255.255.255",
                                "::",
                                "::1",
                                "fe80::1",
                                "febf::1",
                                "fec0::1",
                                "fc00::1",
                                "fd00:ec2::254",
                                "ff02::1",
                                "2001::1",
                                "2001:db8::1",
                                "100::1"}) {
        INFO(address);
        CHECK_FALSE(admits(filter({}), address));
    }
}

TEST_CASE("IPv6 addresses that stand for ones of IPv4 are what those are") {
    for (const char* address :
         {"::ffff:127.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "64:ff9b::10.0.0.1",
          "64:ff9b::a9fe:a9fe", "64:ff9b:1::10.0.0.1", "2002:7f00:1::1", "2002:a00:1::1"}) {
        INFO(address);
        CHECK_FALSE(admits(filter({}), address));
    }
    CHECK(admits(filter({"10.0.0.0/8"}), "::ffff:10.0.0.1"));
    CHECK(admits(filter({"10.0.0.0/8"}), "64:ff9b::10.0.0.1"));
}

TEST_CASE("what is allowed is admitted, and nothing beside it") {
    const address_filter f = filter({"127.0.0.1", "10.1.0.0/20", "fd12::/16", "fe80::/10"});
    for (const char* address : {"127.0.0.1", "10.1.0.0", "10.1.15.255", "fd12::1", "febf::1"})
        CHECK(admits(f, address));
    for (const char* address : {"127.0.0.2", "10.0.255.255", "10.1.16.0", "fd13::1", "::1"})
        CHECK_FALSE(admits(f, address));
    CHECK(admits(filter({"0.0.0.0/0"}), "127.0.0.1"));
    CHECK_FALSE(admits(filter({"0.0.0.0/0"}), "::1"));
    CHECK(admits(filter({"::/0"}), "127.0.0.1"));
}

TEST_CASE("what is no network is none") {
    for (const char* text : {"", "localhost", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8x",
                             "10.0.0.1/8", "10.0.0/8", "fd00::/129", "fd00::1/8", "/8", "10.0.0.0/8/8"}) {
        INFO(text);
        CHECK_FALSE(network::parse(text));
    }
}
