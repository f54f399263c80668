// One request at a time, and what comes back: an easy handle of libcurl, used again and again.
#pragma once

#include "base/http_url.hpp"
#include "handlers/http/http_answer.hpp"
#include "handlers/http/http_connections.hpp"
#include "tasks/attempt_clock.hpp"

#include <curl/curl.h>

#include <memory>

namespace fanout::worker_detail {

class http_transfer {
public:
    http_transfer(const http_settings& settings, const address_filter& filter, http_connections& connections);
    http_transfer(const http_transfer&) = delete;
    http_transfer& operator=(const http_transfer&) = delete;

    static http_transfer& of(CURL* handle);
    /// Another one once a request is ready again.
    CURL* handle() const { return easy_.get(); }

    /// Makes the request of a task ready. @param on_stop  called from any thread when its result isn't wanted
    /// any more
    void begin(claimed_task task, const std::function<void()>& on_stop);
    bool is_under_way() const { return task_.has_value(); }
    bool is_unwanted() const { return task_ && task_->of->stop.stop_requested(); }
    const std::string& handler() const { return task_->of->handler; }
    /// Whether it ended in a redirect that is to be followed, or before anything was sent; then the next
    /// request is ready.
    bool goes_on(CURLcode how);
    /// What became of the request.
    outcome result(CURLcode how);
    /// When it was sent.
    std::chrono::steady_clock::time_point sent_at() const { return sent_at_; }
    /// When the attempt's time is up.
    std::chrono::steady_clock::time_point until() const { return time_->until(); }
    /// Makes the request ready once more.
    void repeat();
    /// The end of the attempt; the transfer is free for the next one.
    outcome end(outcome o);
    outcome stop();

private:
    using clock = std::chrono::steady_clock;
    using header_list = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

    template <typename Value> void set(CURLoption option, Value value);
    void set_up();
    void set_up_connection();
    void prepare(const http_url& to, const std::string& url, bool with_body);
    void set_body(bool with_body);
    void set_certificate(bool is_own);
    bool may_send(const http_connections::ends& ends);
    bool may_send_again() const;
    bool was_closed() const;
    long sent_bytes() const;
    bool may_multiplex() const { return settings_.http2 && own_url_.is_encrypted(); }
    header_list make_headers(bool with_body, bool is_own) const;
    void set_connected();
    long status() const;
    std::string redirect() const;
    std::string header(const char* name) const;
    std::string reason(CURLcode how) const;
    std::string what_was_late() const;
    outcome failure(CURLcode how) const;

    static curl_socket_t open_socket(void* self, curlsocktype, curl_sockaddr* address);
    static int before_request(void* self, char* remote_ip, char* local_ip, int remote_port, int local_port);
    static int hear(CURL*, curl_infotype kind, char* text, size_t size, void* self);
    static size_t receive(char* data, size_t, size_t size, void* self);
    static size_t receive_header(char* data, size_t, size_t size, void* self);

    const http_settings& settings_;
    const address_filter& filter_;
    const http_url own_url_;
    http_connections& connections_;
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
    bool has_body_ = true, is_encrypted_ = false, is_connected_ = true;
    int redirects_ = 0;

    // Of the request: how often libcurl has sent it, or wanted to, when last, and where to.
    int times_sent_ = 0;
    clock::time_point sent_at_;
    std::shared_ptr<http_connections::connection> connection_;
    long sent_before_ = 0;     // bytes
    std::string said_before_;  // reason_ then
    std::string said_since_;   // and what it became, of the connection that the request was sent over
    bool connects_again_ = false;
    bool was_found_closed_ = false, is_in_doubt_ = false, is_worn_ = false;

    // The first to go: it still says something then.
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> easy_{nullptr, curl_easy_cleanup};
};

}  // namespace fanout::worker_detail
