#include "base/transfer_loop.hpp"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace fanout::worker_detail {
namespace {

constexpr int most_events = 256;
constexpr int64_t most_milliseconds = 3600'000;

int checked(int result, const char* what) {
    if (result < 0) throw std::system_error(errno, std::generic_category(), what);
    return result;
}

void control(int epoll, int operation, int descriptor, uint32_t events) {
    epoll_event event{};
    event.events = events;
    event.data.fd = descriptor;
    // Fails where curl has closed a socket before it says that it is done with it: that one is gone anyway.
    epoll_ctl(epoll, operation, descriptor, &event);
}

uint32_t epoll_events(int what) {
    return (what & CURL_POLL_IN ? EPOLLIN : 0U) | (what & CURL_POLL_OUT ? EPOLLOUT : 0U);
}

int curl_events(uint32_t events) {
    return (events & EPOLLIN ? CURL_CSELECT_IN : 0) | (events & EPOLLOUT ? CURL_CSELECT_OUT : 0) |
           (events & (EPOLLERR | EPOLLHUP) ? CURL_CSELECT_ERR : 0);
}

}  // namespace

transfer_loop::transfer_loop(long most_connections)
    : epoll_(checked(epoll_create1(EPOLL_CLOEXEC), "epoll_create1")),
      wakeup_(checked(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd")), multi_(curl_multi_init()),
      nobody_(curl_easy_init(), curl_easy_cleanup) {
    if (!multi_ || !nobody_) throw std::bad_alloc();
    curl_multi_setopt(multi_, CURLMOPT_SOCKETFUNCTION, watch_socket);
    curl_multi_setopt(multi_, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(multi_, CURLMOPT_TIMERFUNCTION, set_timer);
    curl_multi_setopt(multi_, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(multi_, CURLMOPT_MAXCONNECTS, most_connections);
    control(epoll_, EPOLL_CTL_ADD, wakeup_, EPOLLIN);
}

transfer_loop::~transfer_loop() {
    curl_multi_cleanup(multi_);
    close(wakeup_);
    close(epoll_);
}

void transfer_loop::add(CURL* transfer) {
    curl_multi_add_handle(multi_, transfer);
}

void transfer_loop::remove(CURL* transfer) {
    curl_multi_remove_handle(multi_, transfer);
}

/// libcurl has them look when a transfer is removed, which one does here that has never begun.
void transfer_loop::look_again() {
    add(nobody_.get());
    remove(nobody_.get());
}

void transfer_loop::wake() const {
    eventfd_write(wakeup_, 1);
}

int transfer_loop::watch_socket(CURL*, curl_socket_t socket, int what, void* self, void* is_known) {
    const auto* loop = static_cast<const transfer_loop*>(self);
    if (what == CURL_POLL_REMOVE) {
        control(loop->epoll_, EPOLL_CTL_DEL, socket, 0);
        return 0;
    }
    control(loop->epoll_, is_known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, socket, epoll_events(what));
    if (!is_known) curl_multi_assign(loop->multi_, socket, self);
    return 0;
}

int transfer_loop::set_timer(CURLM*, long milliseconds, void* self) {
    auto& timer = static_cast<transfer_loop*>(self)->timer_;
    if (milliseconds < 0) {
        timer.reset();
    } else {
        timer = clock::now() + std::chrono::milliseconds(milliseconds);
    }
    return 0;
}

/// Milliseconds, as epoll_wait takes them; rounded up, so that the timer has come when it ends.
int transfer_loop::longest_wait(clock::time_point until) const {
    if (timer_) until = std::min(until, *timer_);
    if (until == clock::time_point::max()) return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - clock::now());
    return static_cast<int>(std::clamp<int64_t>(left.count(), 0, most_milliseconds));
}

void transfer_loop::act(curl_socket_t socket, int events) {
    int running = 0;
    curl_multi_socket_action(multi_, socket, events, &running);
}

void transfer_loop::run_once(clock::time_point until) {
    std::array<epoll_event, most_events> events{};
    const int count = epoll_wait(epoll_, events.data(), most_events, longest_wait(until));
    for (int i = 0; i < count; ++i) {
        const int descriptor = events[i].data.fd;
        if (descriptor == wakeup_) {
            eventfd_t value = 0;
            eventfd_read(wakeup_, &value);
        } else {
            act(descriptor, curl_events(events[i].events));
        }
    }
    if (timer_ && clock::now() >= *timer_) {
        timer_.reset();
        act(CURL_SOCKET_TIMEOUT, 0);
    }
}

std::optional<std::pair<CURL*, CURLcode>> transfer_loop::next_ended() {
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_, &left)) {
        if (message->msg == CURLMSG_DONE) return std::pair(message->easy_handle, message->data.result);
    }
    return std::nullopt;
}

}  // namespace fanout::worker_detail
