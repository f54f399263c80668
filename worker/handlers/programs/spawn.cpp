#include "handlers/programs/spawn.hpp"

#include "tasks/task.hpp"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace fanout::worker_detail {
namespace {

/// All that the new process needs, made before the fork: between fork and exec only calls that are safe in a
/// signal handler are allowed, because another thread may have held malloc's lock.
struct preparation {
    std::vector<char*> argv, variables;
    const char* directory;
    const command& what;
    standard_streams streams;
    int report;  ///< where the new process says what went wrong; closed by exec
    pid_t parent;
};

struct problem {
    char where;  ///< 'd': directory, 'l': limits, 'x': exec, 's': anything else
    int error;
};

/// Pointers to strings, as exec takes them.
std::vector<char*> pointers(const std::vector<std::string>& strings) {
    std::vector<char*> result;
    for (const std::string& s : strings) result.push_back(const_cast<char*>(s.c_str()));
    result.push_back(nullptr);
    return result;
}

[[noreturn]] void give_up(const preparation& p, char where) {
    const problem what{where, errno};
    [[maybe_unused]] const ssize_t written = write(p.report, &what, sizeof(what));
    _exit(127);
}

/// Where the daemon was started without standard streams, the pipes may have their numbers.
int out_of_the_way(const preparation& p, int fd) {
    const int moved = fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (moved < 0) give_up(p, 's');
    return moved;
}

void take_streams(const preparation& p) {
    const int in = out_of_the_way(p, p.streams.input), out = out_of_the_way(p, p.streams.output),
              err = out_of_the_way(p, p.streams.errors);
    if (dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 || dup2(err, STDERR_FILENO) < 0) {
        give_up(p, 's');
    }
}

void limit(const preparation& p, __rlimit_resource resource, uint64_t soft) {
    rlimit limits{};
    // By prlimit, which a systemd unit that forbids @resources allows.
    if (prlimit(0, resource, nullptr, &limits) != 0) give_up(p, 'l');
    limits.rlim_cur = soft < limits.rlim_max ? soft : limits.rlim_max;
    if (resource == RLIMIT_DATA) limits.rlim_max = limits.rlim_cur;
    if (prlimit(0, resource, &limits, nullptr) != 0) give_up(p, 'l');
}

void reset_signals() {
    for (int number = 1; number < NSIG; ++number) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
}

/// The new process, up to exec.
[[noreturn]] void become(const preparation& p) {
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != p.parent) _exit(127);
    take_streams(p);
    if (p.directory && chdir(p.directory) != 0) give_up(p, 'd');
    if (p.what.memory_limit) limit(p, RLIMIT_DATA, *p.what.memory_limit);
    if (p.what.cpu_limit) limit(p, RLIMIT_CPU, static_cast<uint64_t>(p.what.cpu_limit->count()));
    reset_signals();
    // Whatever the daemon was started with, and forgot to mark.
    close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC);
    // glibc's is safe here: it takes no memory but stack.
    execvpe(p.argv[0], p.argv.data(), p.variables.data());
    give_up(p, 'x');
}

std::string describe(const problem& what, const command& c) {
    const std::string reason = strerror(what.error);
    switch (what.where) {
    case 'd':
        return "can't start " + c.argv[0] + " in " + c.directory + ": " + reason;
    case 'l':
        return "can't start " + c.argv[0] + " within its limits: " + reason;
    default:
        return "can't start " + c.argv[0] + ": " + reason;
    }
}

}  // namespace

pipe_ends pipe_for_program() {
    try {
        return make_pipe();
    } catch (const std::system_error& e) {
        throw attempt_failed(e.what());
    }
}

pid_t spawn(const command& c, const standard_streams& streams) {
    pipe_ends report = pipe_for_program();
    const preparation p{pointers(c.argv),
                        pointers(c.variables),
                        c.directory.empty() ? nullptr : c.directory.c_str(),
                        c,
                        streams,
                        report.write.get(),
                        getpid()};
    const pid_t pid = fork();
    if (pid == 0) become(p);
    if (pid < 0) throw attempt_failed(describe({'s', errno}, c));
    report.write.close();
    problem what{};
    ssize_t got = 0;
    do {
        got = read(report.read.get(), &what, sizeof(what));
    } while (got < 0 && errno == EINTR);
    if (got <= 0) return pid;
    waitpid(pid, nullptr, 0);
    throw attempt_failed(describe(what, c));
}

}  // namespace fanout::worker_detail
