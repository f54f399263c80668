#include "handlers/programs/child_process.hpp"

#include "tasks/task.hpp"

#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace fanout::worker_detail {
namespace {

/// Returns whether it becomes readable before the time is up.
bool becomes_readable(const descriptor& d, std::chrono::milliseconds time) {
    const auto deadline = std::chrono::steady_clock::now() + time;
    while (true) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        pollfd fd{d.get(), POLLIN, 0};
        const int ready = poll(&fd, 1, static_cast<int>(std::max<int64_t>(left.count(), 0)));
        if (ready >= 0 || errno != EINTR) return ready > 0;
    }
}

}  // namespace

child::child(const command& c) {
    pipe_ends in = pipe_for_program(), out = pipe_for_program(), err = pipe_for_program();
    pid_ = spawn(c, {in.read.get(), out.write.get(), err.write.get()});
    for (const descriptor* d : {&in.write, &out.read, &err.read}) make_nonblocking(*d);
    end = descriptor(static_cast<int>(syscall(SYS_pidfd_open, pid_, 0)));
    if (!end.is_open()) {
        const int reason = errno;
        signal(SIGKILL);
        reap();
        throw attempt_failed("can't watch " + c.argv[0] + ": " + strerror(reason));
    }
    input = std::move(in.write);
    output = std::move(out.read);
    errors = std::move(err.read);
}

child::~child() {
    if (status_) return;
    signal(SIGKILL);
    reap();
}

void child::signal(int number) const {
    if (!status_) kill(-pid_, number);
}

int child::reap() {
    if (status_) return *status_;
    // The group is killed while its leader is still unreaped: afterwards its number may be somebody else's.
    waitid(P_PID, static_cast<id_t>(pid_), nullptr, WEXITED | WNOWAIT);
    kill(-pid_, SIGKILL);
    int status = 0;
    waitpid(pid_, &status, 0);
    status_ = status;
    return status;
}

void child::stop(std::chrono::milliseconds grace) {
    if (status_) return;
    signal(SIGTERM);
    if (!becomes_readable(end, grace)) signal(SIGKILL);
    reap();
}

void child::restart_cpu_limit(std::chrono::seconds limit) const {
    clockid_t clock = 0;
    timespec used{};
    rlimit limits{};
    if (clock_getcpuclockid(pid_, &clock) != 0 || clock_gettime(clock, &used) != 0) return;
    if (prlimit(pid_, RLIMIT_CPU, nullptr, &limits) != 0) return;
    // What it has begun to use of a second counts as used.
    const auto wanted = static_cast<rlim_t>(used.tv_sec + 1 + limit.count());
    limits.rlim_cur = std::min(wanted, limits.rlim_max);
    prlimit(pid_, RLIMIT_CPU, &limits, nullptr);
}

size_t child::unread_input() const {
    int bytes = 0;
    return input.is_open() && ioctl(input.get(), FIONREAD, &bytes) == 0 ? static_cast<size_t>(bytes) : 0;
}

std::string describe_end(int status) {
    if (WIFEXITED(status)) return "exited with status " + std::to_string(WEXITSTATUS(status));
    if (WIFSIGNALED(status)) {
        return "was killed by signal " + std::to_string(WTERMSIG(status)) + " (" +
               strsignal(WTERMSIG(status)) + ")";
    }
    return "ended in an unknown way";
}

}  // namespace fanout::worker_detail
