// Open file descriptors, and pipes that never block the daemon.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace fanout::worker_detail {

/// An open file descriptor, closed with its owner.
class descriptor {
public:
    descriptor() = default;
    explicit descriptor(int fd) : fd_(fd) {}
    descriptor(descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    descriptor& operator=(descriptor&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    ~descriptor() { close(); }
    void close();
    int get() const { return fd_; }
    bool is_open() const { return fd_ >= 0; }

private:
    int fd_ = -1;
};

struct pipe_ends {
    descriptor read, write;
};

/// Throws std::system_error.
pipe_ends make_pipe();

/// Reading and writing don't wait from now on.
void make_nonblocking(const descriptor& d);

/// Writes what the pipe takes. Returns how much that was; nothing where nobody reads any more.
std::optional<size_t> write_some(const descriptor& to, std::string_view text);

/// Reads what is there; closes the descriptor at the end. Returns whether there was anything.
bool read_some(descriptor& from, std::string& into);

}  // namespace fanout::worker_detail
