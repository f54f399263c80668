#include "base/log_writer.hpp"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <condition_variable>
#include <mutex>
#include <string_view>
#include <thread>
#include <utility>

namespace fanout::worker_detail {
namespace {

/// Waits until so much as a pipe takes at once can be written, then writes that: so a full pipe is waited for
/// outside of write(). What can't be written, as on a full disk or to a reader that has ended, is lost.
void write_all(int fd, std::string_view text) {
    while (!text.empty()) {
        pollfd ready{fd, POLLOUT, 0};
        if (poll(&ready, 1, -1) < 0 && errno != EINTR) return;
        if (ready.revents == 0) continue;
        const ssize_t written = ::write(fd, text.data(), std::min<size_t>(text.size(), PIPE_BUF));
        if (written < 0 && errno != EINTR && errno != EAGAIN) return;
        if (written > 0) text.remove_prefix(static_cast<size_t>(written));
    }
}

}  // namespace

struct log_writer::state {
    state(int fd, size_t most_bytes, notice make_notice)
        : fd(fd), most_bytes(most_bytes), make_notice(make_notice) {}

    const int fd;
    const size_t most_bytes;
    const notice make_notice;
    std::mutex mutex;
    std::condition_variable changed;
    std::string waiting;
    size_t dropped = 0;
    bool is_writing = false, ending = false;
};

log_writer::log_writer(int fd, size_t most_bytes, notice make_notice)
    : state_(std::make_shared<state>(fd, most_bytes, make_notice)) {
    // Signals are for other threads.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    std::thread([s = state_] { work(*s); }).detach();
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

log_writer::~log_writer() {
    {
        std::lock_guard lock(state_->mutex);
        state_->ending = true;
    }
    state_->changed.notify_all();
}

void log_writer::write(const std::string& line) {
    {
        std::lock_guard lock(state_->mutex);
        if (state_->waiting.size() + line.size() > state_->most_bytes) {
            ++state_->dropped;
            return;
        }
        state_->waiting += line;
    }
    state_->changed.notify_all();
}

bool log_writer::flush(std::chrono::milliseconds patience) {
    std::unique_lock lock(state_->mutex);
    return state_->changed.wait_for(lock, patience,
                                    [&] { return state_->waiting.empty() && !state_->is_writing; });
}

void log_writer::work(state& s) {
    std::unique_lock lock(s.mutex);
    while (true) {
        s.changed.wait(lock, [&] { return s.ending || !s.waiting.empty(); });
        if (s.ending) return;
        std::string text = std::exchange(s.waiting, {});
        const size_t dropped = std::exchange(s.dropped, 0);
        s.is_writing = true;
        lock.unlock();
        write_all(s.fd, text);
        if (dropped > 0) write_all(s.fd, s.make_notice(dropped));
        lock.lock();
        s.is_writing = false;
        s.changed.notify_all();
    }
}

}  // namespace fanout::worker_detail
