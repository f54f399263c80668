// One request at a time, and what comes back: an easy handle of libcurl, used again and again.
#pragma once

#include "attempt_clock.hpp"
#include "http_answer.hpp"
#include "http_url.hpp"

#include <curl/curl.h>

#include <memory>

namespace fanout::worker_detail {

class http_transfer {
public:
    /// @param unconnected  counts the transfers that have no connection yet
    http_transfer(const http_settings& settings, const address_filter& filter, size_t& unconnected);
    ~http_transfer();
    http_transfer(const http_transfer&) = delete;
    http_transfer& operator=(const http_transfer&) = delete;

    static http_transfer& of(CURL* handle);
    CURL* handle() const { return easy_; }

    /// Makes the request of a task ready. @param on_stop  called from any thread when its result isn't wanted
    /// any more
    void begin(claimed_task task, const std::function<void()>& on_stop);
    bool is_under_way() const { return task_.has_value(); }
    bool is_unwanted() const { return task_ && task_->of->stop.stop_requested(); }
    /// Whether it ended in a redirect that is to be followed; then the next request is ready.
    bool goes_on(CURLcode how);
    /// What became of the attempt; the transfer is free for the next one.
    outcome end(CURLcode how);
    outcome stop();

private:
    using clock = std::chrono::steady_clock;
    using header_list = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

    template <typename Value> void set(CURLoption option, Value value);
    void set_up_connection();
    void prepare(const std::string& url, bool with_body, bool is_own);
    header_list make_headers(bool with_body, bool is_own) const;
    void set_connected();
    long status() const;
    std::string redirect() const;
    std::string header(const char* name) const;
    std::string reason(CURLcode how) const;
    std::string what_was_late() const;
    outcome failure(CURLcode how) const;
    outcome finish(outcome o);

    static curl_socket_t open_socket(void* self, curlsocktype, curl_sockaddr* address);
    static int before_request(void* self, char*, char*, int, int);
    static size_t receive(char* data, size_t, size_t size, void* self);

    const http_settings& settings_;
    const address_filter& filter_;
    const http_url own_url_;
    size_t& unconnected_;
    CURL* easy_;
    char reason_[CURL_ERROR_SIZE] = "";
    header_list headers_{nullptr, curl_slist_free_all};

    std::optional<claimed_task> task_;
    std::string body_;
    std::optional<std::stop_callback<std::function<void()>>> on_stop_;
    clock::time_point began_;
    std::optional<attempt_clock> time_;
    std::optional<http_answer> answer_;
    std::string refused_;    // addresses that may not be connected to
    std::string no_socket_;  // why there is none
    std::string url_;
    bool has_body_ = true, is_connected_ = true;
    int redirects_ = 0;
};

}  // namespace fanout::worker_detail
