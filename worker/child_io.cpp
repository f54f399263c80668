#include "child_io.hpp"

#include "log.hpp"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace fanout::worker_detail {
namespace {

constexpr std::chrono::milliseconds stop_check{50};
constexpr size_t longest_log_line = 4096;

/// Writes what the pipe takes; closes it when all is written or nobody reads. Returns what is left.
std::string_view write_some(descriptor& to, std::string_view text) {
    const ssize_t written = write(to.get(), text.data(), text.size());
    if (written >= 0) return text.substr(static_cast<size_t>(written));
    if (errno == EAGAIN || errno == EINTR) return text;
    to.close();
    return {};
}

/// Reads what is there; closes the descriptor at the end. Returns whether there was anything.
bool read_some(descriptor& from, std::string& into) {
    std::array<char, 65536> buffer;
    const ssize_t got = read(from.get(), buffer.data(), buffer.size());
    if (got > 0) {
        into.append(buffer.data(), static_cast<size_t>(got));
    } else if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
        from.close();
    }
    return got > 0;
}

void log_lines(std::string& errors, const claimed_task& task, bool at_end) {
    for (size_t end; !errors.empty();) {
        end = errors.find('\n');
        if (end == std::string::npos && !at_end && errors.size() < longest_log_line) return;
        const std::string line = errors.substr(0, std::min(end, longest_log_line));
        errors.erase(0, end == std::string::npos ? line.size() : end + 1);
        log::info("stderr", {{"task", task.key()}, {"line", line}});
    }
}

void check_limits(const conversation& about, size_t output_bytes) {
    if (about.task.of->stop.stop_requested()) {
        throw attempt_failed("stopped: its run has ended or its claim is gone", failure_cause::stopped);
    }
    if (output_bytes > about.max_output_bytes) {
        throw attempt_failed("printed more than max_output_bytes (" + std::to_string(about.max_output_bytes) +
                             ")");
    }
    if (std::chrono::steady_clock::now() >= about.deadline) {
        throw attempt_failed("did not answer within its timeout of " +
                                 std::to_string(about.task.of->timeout.count()) + " ms",
                             failure_cause::timeout);
    }
}

int poll_timeout(std::chrono::steady_clock::time_point deadline) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    return static_cast<int>(
        std::clamp(left + std::chrono::milliseconds(1), std::chrono::milliseconds(0), stop_check).count());
}

}  // namespace

std::string converse(child& c, std::string_view text, answer_ends ends, const conversation& about) {
    const bool one_line = ends == answer_ends::with_the_line;
    std::string output, errors;
    for (bool done = false; !done;) {
        if (text.empty() && !one_line) c.input.close();
        check_limits(about, output.size());
        std::array<pollfd, 4> fds{{{text.empty() ? -1 : c.input.get(), POLLOUT, 0},
                                   {c.output.get(), POLLIN, 0},
                                   {c.errors.get(), POLLIN, 0},
                                   {c.end.get(), POLLIN, 0}}};
        if (poll(fds.data(), fds.size(), poll_timeout(about.deadline)) < 0 && errno != EINTR) {
            throw attempt_failed(std::string("poll: ") + strerror(errno));
        }
        const size_t seen = output.size();
        const bool ended = fds[3].revents != 0;
        if (fds[0].revents) text = write_some(c.input, text);
        if (fds[2].revents) read_some(c.errors, errors);
        log_lines(errors, about.task, false);
        // What an ended child printed is in the pipe, all of it.
        while ((fds[1].revents || ended) && read_some(c.output, output) && ended) {
            check_limits(about, output.size());
        }
        done = ended || (one_line && (!c.output.is_open() || output.find('\n', seen) != std::string::npos));
    }
    check_limits(about, output.size());
    if (c.errors.is_open()) read_some(c.errors, errors);
    log_lines(errors, about.task, true);
    return output;
}

}  // namespace fanout::worker_detail
