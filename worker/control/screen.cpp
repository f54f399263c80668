#include "control/screen.hpp"

#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <string_view>
#include <system_error>

namespace fanout::control {
namespace {

// All that is called here may be called in a signal handler, too.

constexpr std::string_view begin = "\x1b[?1049h\x1b[?25l\x1b[H\x1b[2J", end = "\x1b[?25h\x1b[?1049l";
constexpr int ending_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGSEGV, SIGBUS, SIGPIPE};

termios before, within;
bool has_keys;  ///< standard input is a terminal

void write_all(std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = write(STDOUT_FILENO, text.data(), text.size());
        if (written < 0 && errno != EINTR) return;
        if (written > 0) text.remove_prefix(static_cast<size_t>(written));
    }
}

void enter() {
    if (has_keys) tcsetattr(STDIN_FILENO, TCSADRAIN, &within);
    write_all(begin);
}

void leave() {
    write_all(end);
    if (has_keys) tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
}

/// The signal's own effect follows, once the handler returns.
void leave_for_good(int signal) {
    leave();
    std::signal(signal, SIG_DFL);
    raise(signal);
}

void leave_for_now(int) {
    const int error = errno;
    leave();
    raise(SIGSTOP);
    enter();
    errno = error;
}

void nothing(int) {}

/// @param flags  without SA_RESTART: a wait for keys ends by the signal
void handle(int signal, void (*handler)(int), int flags = 0) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigaction(signal, &action, nullptr);
}

}  // namespace

screen::screen() {
    has_keys = tcgetattr(STDIN_FILENO, &before) == 0;
    within = before;
    within.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    for (const int signal : ending_signals) handle(signal, leave_for_good);
    handle(SIGTSTP, leave_for_now);
    handle(SIGWINCH, nothing);
    enter();
}

screen::~screen() {
    leave();
    for (const int signal : ending_signals) handle(signal, SIG_DFL);
    handle(SIGTSTP, SIG_DFL);
    handle(SIGWINCH, SIG_DFL);
}

void screen::show(const std::string& lines) {
    std::string all = "\x1b[H";
    for (size_t at = 0, next; at < lines.size(); at = next + 1) {
        next = std::min(lines.find('\n', at), lines.size());
        if (at > 0) all += "\r\n";
        all += lines.substr(at, next - at) + "\x1b[K";
    }
    write_all(all + "\x1b[J");
}

std::optional<char> screen::wait_for_key(std::chrono::milliseconds time) {
    pollfd keys{has_keys ? STDIN_FILENO : -1, POLLIN, 0};
    if (poll(&keys, 1, static_cast<int>(time.count())) <= 0) return std::nullopt;
    char key = 0;
    // A terminal that is gone has no more keys, and no more eyes.
    if (read(STDIN_FILENO, &key, 1) <= 0) raise(SIGHUP);
    return key;
}

}  // namespace fanout::control
