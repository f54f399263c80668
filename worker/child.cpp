#include "child.hpp"

#include "task.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>

extern char** environ;

namespace fanout::worker_detail {
namespace {

constexpr std::chrono::milliseconds stop_grace{2000};

struct pipe_ends {
    descriptor read, write;
};

pipe_ends make_pipe() {
    std::array<int, 2> fds;
    if (pipe2(fds.data(), O_CLOEXEC) != 0) throw attempt_failed(std::string("pipe: ") + strerror(errno));
    return {descriptor(fds[0]), descriptor(fds[1])};
}

/// posix_spawn's settings: streams, a process group of its own, and no signal blocked or ignored.
class spawn_settings {
public:
    spawn_settings(int in, int out, int err) {
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&actions, err, STDERR_FILENO);
        posix_spawnattr_init(&attributes);
        sigset_t none, all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &all);
        posix_spawnattr_setpgroup(&attributes, 0);
        posix_spawnattr_setflags(&attributes,
                                 POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    spawn_settings(const spawn_settings&) = delete;
    spawn_settings& operator=(const spawn_settings&) = delete;
    ~spawn_settings() {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }

    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
};

/// Pointers to strings, as exec takes them.
std::vector<char*> pointers(std::vector<std::string>& strings) {
    std::vector<char*> result;
    for (std::string& s : strings) result.push_back(s.data());
    result.push_back(nullptr);
    return result;
}

std::vector<std::string> joined_environment(const environment& variables) {
    std::vector<std::string> result;
    for (char** entry = environ; *entry; ++entry) result.emplace_back(*entry);
    for (const auto& [name, value] : variables) result.push_back(name + "=" + value);
    return result;
}

}  // namespace

void descriptor::close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
}

child::child(const std::vector<std::string>& argv, const environment& variables) {
    pipe_ends in = make_pipe(), out = make_pipe(), err = make_pipe();
    spawn_settings settings(in.read.get(), out.write.get(), err.write.get());
    std::vector<std::string> arguments = argv, environment = joined_environment(variables);
    const int error = posix_spawnp(&pid_, argv[0].c_str(), &settings.actions, &settings.attributes,
                                   pointers(arguments).data(), pointers(environment).data());
    if (error != 0) throw attempt_failed("can't start " + argv[0] + ": " + strerror(error));
    for (int fd : {in.write.get(), out.read.get(), err.read.get()}) fcntl(fd, F_SETFL, O_NONBLOCK);
    end = descriptor(static_cast<int>(syscall(SYS_pidfd_open, pid_, 0)));
    if (!end.is_open()) {
        const int reason = errno;
        kill(-pid_, SIGKILL);
        reap();
        throw attempt_failed("can't watch " + argv[0] + ": " + strerror(reason));
    }
    input = std::move(in.write);
    output = std::move(out.read);
    errors = std::move(err.read);
}

child::~child() {
    if (status_) return;
    kill(-pid_, SIGKILL);
    reap();
}

bool child::is_quiet() const {
    std::array<pollfd, 2> fds{{{output.get(), POLLIN, 0}, {end.get(), POLLIN, 0}}};
    return poll(fds.data(), fds.size(), 0) == 0;
}

std::optional<int> child::wait(std::chrono::steady_clock::time_point deadline) {
    if (status_) return status_;
    while (true) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        pollfd ended{end.get(), POLLIN, 0};
        const int ready = poll(&ended, 1, static_cast<int>(std::clamp<int64_t>(left.count(), 0, INT_MAX)));
        if (ready > 0) return reap();
        if (ready == 0) return std::nullopt;
    }
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

void child::stop() {
    if (status_) return;
    kill(-pid_, SIGTERM);
    if (wait(std::chrono::steady_clock::now() + stop_grace)) return;
    kill(-pid_, SIGKILL);
    reap();
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
