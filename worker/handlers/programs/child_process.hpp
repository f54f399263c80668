// A child process with pipes to its standard streams. Never a shell.
#pragma once

#include "base/descriptor.hpp"
#include "handlers/programs/spawn.hpp"

namespace fanout::worker_detail {

class child {
public:
    /// Throws attempt_failed.
    explicit child(const command& c);
    child(const child&) = delete;
    child& operator=(const child&) = delete;
    /// Kills what is left of its process group.
    ~child();

    descriptor input, output, errors;  ///< the daemon's ends of its standard streams; none ever blocks
    descriptor end;                    ///< readable once the child has ended

    pid_t pid() const { return pid_; }
    /// Sends a signal to its process group.
    void signal(int number) const;
    /// Waits for its end and kills what it left behind in its process group. Returns waitpid's status.
    int reap();
    /// SIGTERM to its group, and SIGKILL where it is still there after the grace.
    void stop(std::chrono::milliseconds grace);
    /// From now on, it may use this much processor time.
    void restart_cpu_limit(std::chrono::seconds limit) const;
    /// How much of what was written to it it hasn't read.
    size_t unread_input() const;

private:
    pid_t pid_ = -1;
    std::optional<int> status_;
};

/// How a child ended, as a person says it: "exited with status 3", "was killed by signal 9 (Killed)".
std::string describe_end(int status);

}  // namespace fanout::worker_detail
