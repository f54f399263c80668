// A child process in a process group of its own, with pipes to its standard streams. Never a shell.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

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

using environment = std::vector<std::pair<std::string, std::string>>;

class child {
public:
    /// Starts `argv`, found on PATH, with these variables added to the daemon's own. Throws attempt_failed.
    child(const std::vector<std::string>& argv, const environment& variables);
    child(const child&) = delete;
    child& operator=(const child&) = delete;
    /// Kills what is left of its process group.
    ~child();

    descriptor input, output, errors;  ///< the daemon's ends of its standard streams
    descriptor end;                    ///< readable once the child has ended

    /// Whether it is there, and has printed nothing that wasn't read.
    bool is_quiet() const;
    /// Waits for its end, until the deadline at most. Returns waitpid's status.
    std::optional<int> wait(std::chrono::steady_clock::time_point deadline);
    /// Waits for its end and kills what it left behind in its process group. Returns waitpid's status.
    int reap();
    /// SIGTERM to its group, and SIGKILL where it is still there after the grace.
    void stop();

private:
    pid_t pid_ = -1;
    std::optional<int> status_;
};

/// How a child ended, as a person says it: "exited with status 3", "was killed by signal 9 (Killed)".
std::string describe_end(int status);

}  // namespace fanout::worker_detail
