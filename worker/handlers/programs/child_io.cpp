#include "handlers/programs/child_io.hpp"

#include "tasks/attempt_errors.hpp"

#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace fanout::worker_detail {
namespace {

constexpr std::chrono::milliseconds stop_check{50};

void check_limits(const conversation& about, size_t output_bytes) {
    if (about.task.of->stop.stop_requested()) throw stopped();
    if (output_bytes > about.max_output_bytes) throw too_much_output(about.max_output_bytes);
    if (about.clock.is_over(std::chrono::steady_clock::now())) throw about.clock.failure();
}

int poll_timeout(std::chrono::steady_clock::time_point deadline) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    return static_cast<int>(
        std::clamp(left + std::chrono::milliseconds(1), std::chrono::milliseconds(0), stop_check).count());
}

}  // namespace

std::string converse(child& c, conversation about) {
    const std::string task = about.task.key();
    const std::string whole_input = about.task.whole_input();
    std::string_view input = whole_input;
    std::string output;
    for (bool ended = false; !ended;) {
        if (input.empty()) c.input.close();
        check_limits(about, output.size());
        std::array<pollfd, 4> fds{{{c.input.get(), POLLOUT, 0},
                                   {c.output.get(), POLLIN, 0},
                                   {c.errors.get(), POLLIN, 0},
                                   {c.end.get(), POLLIN, 0}}};
        if (poll(fds.data(), fds.size(), poll_timeout(about.clock.until())) < 0 && errno != EINTR) {
            throw attempt_failed(std::string("poll: ") + strerror(errno));
        }
        ended = fds[3].revents != 0;
        if (fds[0].revents) input.remove_prefix(write_some(c.input, input).value_or(input.size()));
        if (fds[2].revents) about.log.read(c.errors, task);
        // What an ended command printed is in the pipe, all of it.
        while ((fds[1].revents || ended) && read_some(c.output, output) && ended) {
            check_limits(about, output.size());
        }
    }
    check_limits(about, output.size());
    return output;
}

}  // namespace fanout::worker_detail
