// Which addresses a handler may connect to: public ones, and those that the configuration allows.
#pragma once

#include <sys/socket.h>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace fanout::worker_detail {

/// An IPv6 address; one of IPv4 is in its mapped form, ::ffff:a.b.c.d.
using ip_address = std::array<unsigned char, 16>;

/// None where the text is no address.
std::optional<ip_address> parse_address(const std::string& text);
/// None where it is neither IPv4 nor IPv6.
std::optional<ip_address> address_of(const sockaddr* from);
std::string to_text(const ip_address& address);

/// The addresses that begin with the same bits.
struct network {
    ip_address first{};
    int bits = 128;
    bool operator==(const network&) const = default;

    /// `10.0.0.0/8`, `fd00::/8`, or an address alone. None where the text is something else, or has bits set
    /// beyond the length.
    static std::optional<network> parse(const std::string& text);
    bool contains(const ip_address& address) const;
};

class address_filter {
public:
    explicit address_filter(std::vector<network> allowed) : allowed_(std::move(allowed)) {}

    /// Whether it may be connected to: it is allowed, or public. An IPv6 address that stands for one of IPv4
    /// (mapped, NAT64, 6to4) is what that one is.
    bool admits(const ip_address& address) const;

private:
    std::vector<network> allowed_;
};

}  // namespace fanout::worker_detail
