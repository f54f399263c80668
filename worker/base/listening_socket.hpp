// A TCP socket that listens at an address of the configuration.
#pragma once

#include <stdexcept>
#include <string>

namespace fanout::worker_detail {

/// Said of what is no address, after its key.
constexpr const char* no_listen_address = "is not an IP address and a port, as 127.0.0.1:9187 or [::1]:9187";

/// Whether it is an IPv4 address, or an IPv6 one in brackets, and a port. Port 0 is any that is free.
bool is_listen_address(const std::string& text);

class listen_error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class listening_socket {
public:
    /// Throws listen_error where it can't listen there.
    explicit listening_socket(const std::string& address);
    listening_socket(const listening_socket&) = delete;
    listening_socket& operator=(const listening_socket&) = delete;
    ~listening_socket();

    int get() const { return fd_; }
    /// Leaves closing it to somebody else.
    void release() { fd_ = -1; }
    /// The address with the port that it really has.
    std::string address() const;

private:
    [[noreturn]] void fail(const std::string& reason);

    std::string host_;  // as in the configuration: with brackets, if it is an IPv6 one
    std::string port_;
    int fd_ = -1;
};

}  // namespace fanout::worker_detail
