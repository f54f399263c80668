#include "base/address_filter.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace fanout::worker_detail {
namespace {

constexpr int bits_before_ipv4 = 96;

ip_address mapped(const void* ipv4) {
    ip_address result{};
    result[10] = result[11] = 0xff;
    std::memcpy(&result[12], ipv4, 4);
    return result;
}

std::vector<network> networks(std::initializer_list<const char*> texts) {
    std::vector<network> result;
    for (const char* text : texts) result.push_back(network::parse(text).value());
    return result;
}

bool any_contains(const std::vector<network>& networks, const ip_address& address) {
    return std::any_of(networks.begin(), networks.end(),
                       [&](const network& n) { return n.contains(address); });
}

/// The IPv4 address, mapped, that packets to this one would reach by translation; itself where there is none.
ip_address translated(const ip_address& address) {
    static const network nat64 = network::parse("64:ff9b::/96").value();
    static const network six_to_four = network::parse("2002::/16").value();
    if (nat64.contains(address)) return mapped(&address[12]);
    if (six_to_four.contains(address)) return mapped(&address[2]);
    return address;
}

/// After IANA's registries of special-purpose addresses, which have more than the well-known private ranges.
bool is_public(const ip_address& address) {
    static const std::vector<network> public_ones = networks({"0.0.0.0/0", "2000::/3"});
    static const std::vector<network> special = networks({
        "0.0.0.0/8",         // this host, the unspecified address
        "10.0.0.0/8",        // private
        "100.64.0.0/10",     // carriers' NAT; some clouds' metadata
        "127.0.0.0/8",       // loopback
        "168.63.129.16/32",  // Azure's platform
        "169.254.0.0/16",    // link-local; most clouds' metadata
        "172.16.0.0/12",     // private
        "192.0.0.0/24",      // protocol assignments; some clouds' metadata
        "192.0.2.0/24",      // documentation
        "192.88.99.0/24",    // 6to4 relays
        "192.168.0.0/16",    // private
        "198.18.0.0/15",     // benchmarks
        "198.51.100.0/24",   // documentation
        "203.0.113.0/24",    // documentation
        "224.0.0.0/4",       // multicast
        "240.0.0.0/4",       // reserved, broadcast
        "2001::/23",         // protocol assignments, Teredo
        "2001:db8::/32",     // documentation
        "3fff::/20",         // documentation
    });
    return any_contains(public_ones, address) && !any_contains(special, address);
}

}  // namespace

std::optional<ip_address> parse_address(const std::string& text) {
    in_addr ipv4;
    if (inet_pton(AF_INET, text.c_str(), &ipv4) == 1) return mapped(&ipv4);
    ip_address result;
    if (inet_pton(AF_INET6, text.c_str(), result.data()) == 1) return result;
    return std::nullopt;
}

std::optional<ip_address> address_of(const sockaddr* from) {
    if (from->sa_family == AF_INET) {
        sockaddr_in ipv4;
        std::memcpy(&ipv4, from, sizeof(ipv4));
        return mapped(&ipv4.sin_addr);
    }
    if (from->sa_family != AF_INET6) return std::nullopt;
    sockaddr_in6 ipv6;
    std::memcpy(&ipv6, from, sizeof(ipv6));
    ip_address result;
    std::memcpy(result.data(), &ipv6.sin6_addr, result.size());
    return result;
}

std::string to_text(const ip_address& address) {
    static const network ipv4 = network::parse("0.0.0.0/0").value();
    char text[INET6_ADDRSTRLEN] = "";
    if (ipv4.contains(address)) {
        inet_ntop(AF_INET, &address[12], text, sizeof(text));
    } else {
        inet_ntop(AF_INET6, address.data(), text, sizeof(text));
    }
    return text;
}

std::optional<network> network::parse(const std::string& text) {
    const size_t slash = text.find('/');
    const std::string address_text = text.substr(0, slash);
    const std::optional<ip_address> address = parse_address(address_text);
    if (!address) return std::nullopt;
    network result{*address, 128};
    if (slash == std::string::npos) return result;
    const int before = address_text.find(':') == std::string::npos ? bits_before_ipv4 : 0;
    const char *number = text.data() + slash + 1, *end = text.data() + text.size();
    const auto read = std::from_chars(number, end, result.bits);
    if (number == end || read.ptr != end || read.ec != std::errc() || *number == '-') return std::nullopt;
    result.bits += before;
    if (result.bits > 128) return std::nullopt;
    for (int bit = result.bits; bit < 128; ++bit) {
        if ((result.first[bit / 8] & (0x80 >> bit % 8)) != 0) return std::nullopt;
    }
    return result;
}

bool network::contains(const ip_address& address) const {
    const int bytes = bits / 8;
    if (std::memcmp(first.data(), address.data(), bytes) != 0) return false;
    return bits % 8 == 0 || (first[bytes] ^ address[bytes]) >> (8 - bits % 8) == 0;
}

bool address_filter::admits(const ip_address& address) const {
    if (any_contains(allowed_, address)) return true;
    const ip_address reached = translated(address);
    return any_contains(allowed_, reached) || is_public(reached);
}

}  // namespace fanout::worker_detail
