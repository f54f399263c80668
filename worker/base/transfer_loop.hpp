// libcurl's multi handle on epoll: many transfers in one thread, at a cost that depends on those that have
// something to do, not on those that wait.
#pragma once

#include <curl/curl.h>

#include <chrono>
#include <memory>
#include <optional>
#include <utility>

namespace fanout::worker_detail {

class transfer_loop {
public:
    /// @param most_connections  how many are kept for the next requests
    explicit transfer_loop(long most_connections);
    ~transfer_loop();
    transfer_loop(const transfer_loop&) = delete;
    transfer_loop& operator=(const transfer_loop&) = delete;

    void add(CURL* transfer);
    /// Aborts it where it hasn't ended.
    void remove(CURL* transfer);
    /// Has those that wait for others' connections look whether they still have to.
    void look_again();
    using clock = std::chrono::steady_clock;

    /// Waits until transfers can go on, or `wake`, or that time, and lets them.
    void run_once(clock::time_point until);
    /// The next one that has ended, and how. It is still to be removed.
    std::optional<std::pair<CURL*, CURLcode>> next_ended();
    /// Ends a wait, from any thread.
    void wake() const;

private:
    static int watch_socket(CURL*, curl_socket_t socket, int what, void* self, void* is_known);
    static int set_timer(CURLM*, long milliseconds, void* self);
    int longest_wait(clock::time_point until) const;
    void act(curl_socket_t socket, int events);

    int epoll_, wakeup_;
    CURLM* multi_;
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> nobody_;
    std::optional<clock::time_point> timer_;
};

}  // namespace fanout::worker_detail
