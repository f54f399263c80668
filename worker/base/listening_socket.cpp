#include "base/listening_socket.hpp"

#include <arpa/inet.h>
#include <netdb.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdint>
#include <memory>

namespace fanout::worker_detail {
namespace {

bool is_port(const std::string& text) {
    uint16_t port = 0;
    const char* end = text.data() + text.size();
    const auto [stopped_at, error] = std::from_chars(text.data(), end, port);
    return error == std::errc() && stopped_at == end;
}

bool is_in_brackets(const std::string& host) {
    return host.size() > 2 && host.front() == '[' && host.back() == ']';
}

std::string without_brackets(const std::string& host) {
    return is_in_brackets(host) ? host.substr(1, host.size() - 2) : host;
}

bool is_host(const std::string& text) {
    in6_addr address{};
    return inet_pton(is_in_brackets(text) ? AF_INET6 : AF_INET, without_brackets(text).c_str(), &address) ==
           1;
}

using addresses = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

addresses resolve(const std::string& host, const std::string& port) {
    addrinfo hints{};
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* result = nullptr;
    const int error = getaddrinfo(without_brackets(host).c_str(), port.c_str(), &hints, &result);
    return {error == 0 ? result : nullptr, freeaddrinfo};
}

}  // namespace

bool is_listen_address(const std::string& text) {
    const size_t colon = text.rfind(':');
    return colon != std::string::npos && is_host(text.substr(0, colon)) && is_port(text.substr(colon + 1));
}

listening_socket::listening_socket(const std::string& address)
    : host_(address.substr(0, address.rfind(':'))), port_(address.substr(host_.size() + 1)) {
    const addresses found = resolve(host_, port_);
    if (!found) fail("it is no address here");
    fd_ = socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd_ < 0) fail(strerror(errno));
    // So that a daemon that comes right after another can listen; two at once still can't.
    const int on = 1;
    setsockopt(fd_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
    if (bind(fd_, found->ai_addr, found->ai_addrlen) != 0 || listen(fd_, SOMAXCONN) != 0) {
        fail(strerror(errno));
    }
}

void listening_socket::fail(const std::string& reason) {
    if (fd_ >= 0) close(fd_);
    throw listen_error("can't listen on " + host_ + ":" + port_ + ": " + reason);
}

listening_socket::~listening_socket() {
    if (fd_ >= 0) close(fd_);
}

std::string listening_socket::address() const {
    sockaddr_storage bound{};
    socklen_t size = sizeof(bound);
    getsockname(fd_, reinterpret_cast<sockaddr*>(&bound), &size);
    // Both kinds have their port at the same place.
    const uint16_t port = reinterpret_cast<const sockaddr_in*>(&bound)->sin_port;
    return host_ + ":" + std::to_string(ntohs(port));
}

}  // namespace fanout::worker_detail
