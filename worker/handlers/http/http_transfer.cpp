#include "handlers/http/http_transfer.hpp"

#include "base/version.hpp"
#include "tasks/output_text.hpp"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace fanout::worker_detail {
namespace {

using std::chrono::milliseconds;

constexpr int most_redirects = 5;
constexpr long smaller_buffer = 8 << 10;  // libcurl's own is twice that, for each transfer
// Seconds, and less than one more. Node and uvicorn close a connection that was idle for five: what is sent
// at that moment may have been read or not.
constexpr long longest_idle = 3;

void append(curl_slist*& list, const std::string& line) {
    curl_slist* longer = curl_slist_append(list, line.c_str());
    if (!longer) throw std::bad_alloc();
    list = longer;
}

}  // namespace

http_transfer::http_transfer(const http_settings& settings, const address_filter& filter,
                             http_connections& connections)
    : settings_(settings), filter_(filter), own_url_(http_url::parse(settings.url).value()),
      connections_(connections) {
    set_up();
}

http_transfer& http_transfer::of(CURL* handle) {
    char* self = nullptr;
    curl_easy_getinfo(handle, CURLINFO_PRIVATE, &self);
    return *reinterpret_cast<http_transfer*>(self);
}

template <typename Value> void http_transfer::set(CURLoption option, Value value) {
    const CURLcode result = curl_easy_setopt(easy_.get(), option, value);
    if (result == CURLE_OUT_OF_MEMORY) throw std::bad_alloc();
    if (result != CURLE_OK) throw std::logic_error(std::string("libcurl: ") + curl_easy_strerror(result));
}

void http_transfer::set_up() {
    easy_.reset(curl_easy_init());
    if (!easy_) throw std::bad_alloc();
    set(CURLOPT_PRIVATE, this);
    set(CURLOPT_ERRORBUFFER, reason_);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_BUFFERSIZE, smaller_buffer);
    set(CURLOPT_WRITEFUNCTION, receive);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_HEADERFUNCTION, receive_header);
    set(CURLOPT_HEADERDATA, this);
    // Some services encode their answers unasked. All that libcurl knows is decoded; make_headers() keeps it
    // from asking.
    set(CURLOPT_ACCEPT_ENCODING, "");
    set_up_connection();
}

void http_transfer::set_up_connection() {
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    // A proxy, which http_proxy and its like would bring in, would connect to what is refused here.
    set(CURLOPT_PROXY, "");
    set(CURLOPT_OPENSOCKETFUNCTION, open_socket);
    set(CURLOPT_OPENSOCKETDATA, this);
    set(CURLOPT_CLOSESOCKETFUNCTION, http_connections::close);
    set(CURLOPT_CLOSESOCKETDATA, &connections_);
    set(CURLOPT_PREREQFUNCTION, before_request);
    set(CURLOPT_PREREQDATA, this);
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings_.connect_timeout.count()));
    set(CURLOPT_MAXAGE_CONN, longest_idle);
    set(CURLOPT_HTTP_VERSION, may_multiplex() ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1);
    // A transfer waits to see whether a connection under way will be shared before it opens its own.
    set(CURLOPT_PIPEWAIT, may_multiplex() ? 1L : 0L);
    set(CURLOPT_VERBOSE, may_multiplex() ? 1L : 0L);
    set(CURLOPT_DEBUGFUNCTION, hear);
    set(CURLOPT_DEBUGDATA, this);
    set(CURLOPT_SSL_VERIFYPEER, settings_.verify_tls ? 1L : 0L);
    set(CURLOPT_SSL_VERIFYHOST, settings_.verify_tls ? 2L : 0L);
    if (!settings_.ca_file.empty()) set(CURLOPT_CAINFO, settings_.ca_file.c_str());
    // Without a directory libcurl reads the authorities once, not for every connection.
    set(CURLOPT_CAPATH, nullptr);
}

void http_transfer::begin(claimed_task task, const std::function<void()>& on_stop) {
    began_ = clock::now();
    task_.emplace(std::move(task));
    time_.emplace(*task_->of, began_);
    body_ = task_->whole_input();
    redirects_ = 0;
    was_found_closed_ = false;
    prepare(own_url_, settings_.url, true);
    on_stop_.emplace(task_->of->stop.get_token(), on_stop);
}

/// Makes a request ready. Only the configured service gets the configured headers and the certificate.
void http_transfer::prepare(const http_url& to, const std::string& url, bool with_body) {
    // libcurl counts what it sends again over the whole life of a handle, and gives up at the sixth time.
    if (std::exchange(is_worn_, false)) set_up();
    const bool is_own = to.same_origin(own_url_);
    url_ = url;
    is_encrypted_ = to.is_encrypted();
    refused_.clear();
    no_socket_.clear();
    reason_[0] = '\0';
    answer_.emplace(settings_);
    set(CURLOPT_URL, url.c_str());
    set_body(with_body);
    set_certificate(is_own);
    const auto left = std::chrono::ceil<milliseconds>(time_->until() - clock::now());
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(std::max<int64_t>(left.count(), 1)));
    headers_ = make_headers(with_body, is_own);
    set(CURLOPT_HTTPHEADER, headers_.get());
    set(CURLOPT_FRESH_CONNECT, was_found_closed_ ? 1L : 0L);
    set(CURLOPT_FORBID_REUSE, 0L);
    times_sent_ = 0;
    connects_again_ = false;
    is_in_doubt_ = false;
    is_connected_ = false;
    ++connections_.missing;
}

void http_transfer::set_body(bool with_body) {
    has_body_ = with_body;
    if (with_body) {
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body_.size()));
        set(CURLOPT_POSTFIELDS, body_.c_str());
        set(CURLOPT_CUSTOMREQUEST, settings_.method.c_str());
    } else {
        set(CURLOPT_CUSTOMREQUEST, nullptr);
        set(CURLOPT_HTTPGET, 1L);
    }
}

void http_transfer::set_certificate(bool is_own) {
    const bool has_certificate = is_own && !settings_.client_certificate.empty();
    const bool has_key = has_certificate && !settings_.client_key.empty();
    set(CURLOPT_SSLCERT, has_certificate ? settings_.client_certificate.c_str() : nullptr);
    set(CURLOPT_SSLKEY, has_key ? settings_.client_key.c_str() : nullptr);
}

http_transfer::header_list http_transfer::make_headers(bool with_body, bool is_own) const {
    const claim& c = *task_->of;
    const std::string index = std::to_string(task_->index), key = c.run_id + "/" + c.step_slug + "/" + index;
    const std::string attempt_key = task_->key();
    curl_slist* list = nullptr;
    // libcurl would ask before it sends a long body, and wait a second for services that don't understand.
    append(list, "Expect:");
    append(list, "Idempotency-Key: " + (settings_.idempotency_key == "attempt" ? attempt_key : key));
    append(list, "Fanout-Attempt-Key: " + attempt_key);
    append(list, "Fanout-Run-Id: " + c.run_id);
    append(list, "Fanout-Flow: " + c.flow_slug);
    append(list, "Fanout-Step: " + c.step_slug);
    append(list, "Fanout-Task-Index: " + index);
    append(list, "Fanout-Attempt: " + std::to_string(c.attempt));
    auto append_unless_configured = [&](const char* name, const std::string& value) {
        if (!is_own || !settings_.headers.contains(name)) append(list, std::string(name) + ": " + value);
    };
    append_unless_configured("Accept", "application/json");
    append_unless_configured("Accept-Encoding", "");
    append_unless_configured("User-Agent", std::string("fanoutd/") + daemon_version);
    if (with_body) append_unless_configured("Content-Type", "application/json");
    if (is_own) {
        for (const std::string& line : settings_.headers.lines) append(list, line);
    }
    return {list, curl_slist_free_all};
}

/// The check is of the very address that the socket will connect to, whatever the name resolves to at another
/// time; a connection that is used again has passed it.
curl_socket_t http_transfer::open_socket(void* self, curlsocktype, curl_sockaddr* address) {
    auto& transfer = *static_cast<http_transfer*>(self);
    transfer.connects_again_ = transfer.times_sent_ > 0;
    const std::optional<ip_address> to = address_of(&address->addr);
    if (!to || !transfer.filter_.admits(*to)) {
        transfer.refused_ += (transfer.refused_.empty() ? "" : ", ") + (to ? to_text(*to) : "no IP address");
        return CURL_SOCKET_BAD;
    }
    const int made = socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    if (made < 0) {
        transfer.no_socket_ = strerror(errno);
    } else {
        transfer.connections_.opened(made);
    }
    return made;
}

/// There is a connection, and the request is to be sent: the first time, or because libcurl takes it upon
/// itself to send it again.
int http_transfer::before_request(void* self, char* remote_ip, char* local_ip, int remote_port,
                                  int local_port) {
    auto& transfer = *static_cast<http_transfer*>(self);
    transfer.set_connected();
    const bool may_send = transfer.may_send({local_ip, remote_ip, local_port, remote_port});
    return may_send ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
}

bool http_transfer::may_send(const http_connections::ends& ends) {
    is_in_doubt_ = times_sent_++ > 0 && !may_send_again();
    if (is_in_doubt_) return false;
    connection_ = connections_.find(ends);
    const bool is_fresh = std::exchange(was_found_closed_, false);
    was_found_closed_ = !is_fresh && was_closed();
    // Else libcurl would keep it for the next request.
    if (was_found_closed_) set(CURLOPT_FORBID_REUSE, 1L);
    sent_at_ = clock::now();
    sent_before_ = sent_bytes();
    said_before_ = reason_;
    said_since_.clear();
    connects_again_ = false;
    return !was_found_closed_;
}

/// Where a connection that has been used before breaks without a byte of an answer, libcurl sends the request
/// again, up to five times: the service may have done the work as often. What it can't have begun is sent
/// again: nothing of it was sent; or HTTP/2 has said so, by REFUSED_STREAM or GOAWAY, of which libcurl
/// reports no error, as it does of connections that break, or by HTTP_1_1_REQUIRED.
bool http_transfer::may_send_again() const {
    if (sent_bytes() == sent_before_) return true;
    if (!may_multiplex() || !connection_ || connection_->speaks_http1) return false;
    return said_since_.empty() || said_since_.find("HTTP_1_1_REQUIRED") != std::string::npos;
}

/// libcurl tells all that it does. An error that made it give up a connection is kept here: some versions forget
/// it before they send the request again. What goes wrong with the next connection is something else.
int http_transfer::hear(CURL*, curl_infotype kind, char*, size_t, void* self) {
    auto& transfer = *static_cast<http_transfer*>(self);
    const bool is_about_it = kind == CURLINFO_TEXT && transfer.times_sent_ > 0 && !transfer.connects_again_;
    if (is_about_it && transfer.said_since_.empty() && transfer.said_before_ != transfer.reason_)
        transfer.said_since_ = transfer.reason_;
    return 0;
}

/// Whether the service has closed a connection while it was idle. That there is something to be read before a
/// request means the same, where there is no encryption or HTTP/2, which have messages of their own: an
/// answer to nothing, such as 408.
bool http_transfer::was_closed() const {
    if (!connection_) return false;
    pollfd state{connection_->socket, static_cast<short>(is_encrypted_ ? POLLRDHUP : POLLRDHUP | POLLIN), 0};
    return poll(&state, 1, 0) > 0;
}

long http_transfer::sent_bytes() const {
    long result = 0;
    curl_easy_getinfo(easy_.get(), CURLINFO_REQUEST_SIZE, &result);
    return result;
}

void http_transfer::set_connected() {
    if (!std::exchange(is_connected_, true)) --connections_.missing;
}

size_t http_transfer::receive(char* data, size_t, size_t size, void* self) {
    auto& transfer = *static_cast<http_transfer*>(self);
    const bool goes_on = transfer.answer_->add(transfer.status(), {data, size});
    return goes_on ? size : CURL_WRITEFUNC_ERROR;
}

size_t http_transfer::receive_header(char* data, size_t, size_t size, void* self) {
    auto& transfer = *static_cast<http_transfer*>(self);
    if (transfer.connection_ && std::string_view(data, size).starts_with("HTTP/1."))
        transfer.connection_->speaks_http1 = true;
    return size;
}

long http_transfer::status() const {
    long result = 0;
    curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &result);
    return result;
}

/// Where the answer redirects to, as a whole URL; empty where it doesn't.
std::string http_transfer::redirect() const {
    char* url = nullptr;
    curl_easy_getinfo(easy_.get(), CURLINFO_REDIRECT_URL, &url);
    return url ? url : "";
}

/// libcurl would send configured headers to whatever service a redirect names; so each hop is a request of
/// its own.
bool http_transfer::goes_on(CURLcode how) {
    is_worn_ = how != CURLE_OK || times_sent_ > 1;
    if (is_unwanted()) return false;
    if (how == CURLE_ABORTED_BY_CALLBACK && was_found_closed_) {
        repeat();
        return true;
    }
    if (how != CURLE_OK || !settings_.follow_redirects || redirects_ >= most_redirects) return false;
    const std::string to = redirect();
    const std::optional<http_url> to_url = http_url::parse(to);
    if (!to_url || to_url->has_credentials() || (is_encrypted_ && !to_url->is_encrypted())) return false;
    set_connected();
    ++redirects_;
    prepare(*to_url, to, has_body_ && status() != 303);
    return true;
}

void http_transfer::repeat() {
    set_connected();
    const std::string url = url_;
    prepare(http_url::parse(url).value(), url, has_body_);
}

/// A header of the answer; empty where there is none.
std::string http_transfer::header(const char* name) const {
    curl_header* found = nullptr;
    return curl_easy_header(easy_.get(), name, 0, CURLH_HEADER, -1, &found) == CURLHE_OK ? found->value : "";
}

outcome http_transfer::result(CURLcode how) {
    // libcurl says the latter of gzip, deflate and brotli that are broken; receive() only of a body that is
    // too long.
    const bool is_undecodable = how == CURLE_BAD_CONTENT_ENCODING || how == CURLE_WRITE_ERROR;
    if (how != CURLE_OK && !is_undecodable) return failure(how);
    return answer_->finish({.status = status(),
                            .redirect = redirect(),
                            .retry_after = header("Retry-After"),
                            .date = header("Date"),
                            .undecodable = is_undecodable ? reason(how) : ""});
}

outcome http_transfer::stop() {
    // libcurl may just have been sending it again.
    is_worn_ = true;
    return end(failed_outcome("stopped: its run has ended or its claim is gone", failure_cause::stopped));
}

std::string http_transfer::what_was_late() const {
    if (!time_->is_over(clock::now())) {
        return "no connection within connect_timeout_ms (" +
               std::to_string(settings_.connect_timeout.count()) + ")";
    }
    if (time_->is_silent()) return time_->failure().what();
    return "no answer within the timeout of " + std::to_string(task_->of->timeout.count()) + " ms";
}

/// An attempt without a whole answer.
outcome http_transfer::failure(CURLcode how) const {
    if (how == CURLE_OPERATION_TIMEDOUT) return failed_outcome(what_was_late(), failure_cause::timeout);
    if (how == CURLE_COULDNT_CONNECT && !refused_.empty()) {
        return failed_outcome("the service's address is refused: " + refused_ +
                                  " is not public, nor in allow_addresses",
                              failure_cause::handler, true);
    }
    if (is_in_doubt_) return failed_outcome("no answer: the connection broke after the request was sent");
    if (!no_socket_.empty()) return failed_outcome("no socket: " + no_socket_);
    return failed_outcome("no answer: " + reason(how));
}

std::string http_transfer::reason(CURLcode how) const {
    return *reason_ ? reason_ : curl_easy_strerror(how);
}

outcome http_transfer::end(outcome o) {
    set_connected();
    on_stop_.reset();
    o.claim_id = task_->of->claim_id;
    o.index = task_->index;
    o.took = clock::now() - began_;
    if (o.error) o.error = clean_error(without_secrets(*o.error, settings_.headers.secrets, false));
    task_.reset();
    body_ = {};
    answer_.reset();
    return o;
}

}  // namespace fanout::worker_detail
