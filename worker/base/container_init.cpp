#include "base/container_init.hpp"

#include "base/exit_status.hpp"
#include "base/log.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iterator>

namespace fanout::worker_detail {
namespace {

bool has_threads() {
    std::error_code unknown;
    const std::filesystem::directory_iterator threads("/proc/self/task", unknown);
    return !unknown && std::distance(begin(threads), end(threads)) > 1;
}

sigset_t signals_to_pass_on() {
    sigset_t result;
    sigemptyset(&result);
    for (const int number : {SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2}) sigaddset(&result, number);
    return result;
}

/// Reaps all that have ended. Where the daemon is one of them, this process ends in its way.
void reap(pid_t daemon) {
    int status = 0;
    pid_t ended = 0;
    while ((ended = waitpid(-1, &status, WNOHANG)) > 0) {
        if (ended != daemon) continue;
        _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    }
    // There is nobody left to serve.
    if (ended < 0 && errno == ECHILD) _exit(aborted);
}

[[noreturn]] void serve_as_init(pid_t daemon, sigset_t signals) {
    sigaddset(&signals, SIGCHLD);
    while (true) {
        reap(daemon);
        siginfo_t got{};
        if (sigwaitinfo(&signals, &got) < 0 || got.si_signo == SIGCHLD) continue;
        // A terminal's go to the whole process group, and the second one would mean something else.
        if (got.si_code != SI_KERNEL) kill(daemon, got.si_signo);
    }
}

}  // namespace

void leave_process_one() {
    if (getpid() != 1) return;
    if (has_threads()) {
        return log::warn("process 1 with threads reaps nothing",
                         {{"remedy", "start it by an init, as docker run --init does"}});
    }
    sigset_t signals = signals_to_pass_on(), blocked = signals, before;
    sigaddset(&blocked, SIGCHLD);
    sigprocmask(SIG_BLOCK, &blocked, &before);
    // Where it was inherited as ignored, nobody would be told of a child's end, nor have its status.
    signal(SIGCHLD, SIG_DFL);
    const pid_t daemon = fork();
    if (daemon > 0) serve_as_init(daemon, signals);
    sigprocmask(SIG_SETMASK, &before, nullptr);
    if (daemon < 0) log::warn("process 1 reaps nothing", {{"reason", strerror(errno)}});
}

}  // namespace fanout::worker_detail
