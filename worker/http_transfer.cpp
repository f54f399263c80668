#include "http_transfer.hpp"

#include "output_text.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace fanout::worker_detail {
namespace {

using std::chrono::milliseconds;

constexpr int most_redirects = 5;
constexpr long smaller_buffer = 8 << 10;  // libcurl's own is twice that, for each transfer

void append(curl_slist*& list, const std::string& line) {
    curl_slist* longer = curl_slist_append(list, line.c_str());
    if (!longer) throw std::bad_alloc();
    list = longer;
}

}  // namespace

http_transfer::http_transfer(const http_settings& settings, const address_filter& filter, size_t& unconnected)
    : settings_(settings), filter_(filter), own_url_(http_url::parse(settings.url).value()),
      unconnected_(unconnected), easy_(curl_easy_init()) {
    if (!easy_) throw std::bad_alloc();
    set(CURLOPT_PRIVATE, this);
    set(CURLOPT_ERRORBUFFER, reason_);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_BUFFERSIZE, smaller_buffer);
    set(CURLOPT_WRITEFUNCTION, receive);
    set(CURLOPT_WRITEDATA, this);
    // Some services encode their answers unasked. All that libcurl knows is decoded; make_headers() keeps it
    // from asking.
    set(CURLOPT_ACCEPT_ENCODING, "");
    set_up_connection();
}

http_transfer::~http_transfer() {
    curl_easy_cleanup(easy_);
}

http_transfer& http_transfer::of(CURL* handle) {
    char* self = nullptr;
    curl_easy_getinfo(handle, CURLINFO_PRIVATE, &self);
    return *reinterpret_cast<http_transfer*>(self);
}

template <typename Value> void http_transfer::set(CURLoption option, Value value) {
    const CURLcode result = curl_easy_setopt(easy_, option, value);
    if (result == CURLE_OUT_OF_MEMORY) throw std::bad_alloc();
    if (result != CURLE_OK) throw std::logic_error(std::string("libcurl: ") + curl_easy_strerror(result));
}

void http_transfer::set_up_connection() {
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    // A proxy, which http_proxy and its like would bring in, would connect to what is refused here.
    set(CURLOPT_PROXY, "");
    set(CURLOPT_OPENSOCKETFUNCTION, open_socket);
    set(CURLOPT_OPENSOCKETDATA, this);
    set(CURLOPT_PREREQFUNCTION, before_request);
    set(CURLOPT_PREREQDATA, this);
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings_.connect_timeout.count()));
    const bool may_multiplex = settings_.http2 && own_url_.is_encrypted();
    set(CURLOPT_HTTP_VERSION, may_multiplex ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1);
    // A transfer waits to see whether a connection under way will be shared before it opens its own.
    set(CURLOPT_PIPEWAIT, may_multiplex ? 1L : 0L);
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
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body_.size()));
    prepare(settings_.url, true, true);
    on_stop_.emplace(task_->of->stop.get_token(), on_stop);
}

/// Makes a request ready. @param is_own  whether it goes to the configured service, which gets the configured
/// headers
void http_transfer::prepare(const std::string& url, bool with_body, bool is_own) {
    url_ = url;
    has_body_ = with_body;
    refused_.clear();
    no_socket_.clear();
    reason_[0] = '\0';
    answer_.emplace(settings_);
    set(CURLOPT_URL, url.c_str());
    if (with_body) {
        set(CURLOPT_POSTFIELDS, body_.c_str());
        set(CURLOPT_CUSTOMREQUEST, settings_.method.c_str());
    } else {
        set(CURLOPT_CUSTOMREQUEST, nullptr);
        set(CURLOPT_HTTPGET, 1L);
    }
    const bool has_certificate = is_own && !settings_.client_certificate.empty();
    const bool has_key = has_certificate && !settings_.client_key.empty();
    set(CURLOPT_SSLCERT, has_certificate ? settings_.client_certificate.c_str() : nullptr);
    set(CURLOPT_SSLKEY, has_key ? settings_.client_key.c_str() : nullptr);
    const auto left = std::chrono::ceil<milliseconds>(time_->until() - clock::now());
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(std::max<int64_t>(left.count(), 1)));
    headers_ = make_headers(with_body, is_own);
    set(CURLOPT_HTTPHEADER, headers_.get());
    is_connected_ = false;
    ++unconnected_;
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
    auto append_unless_configured = [&](const char* name, const char* value) {
        if (!is_own || !settings_.headers.contains(name)) append(list, std::string(name) + ": " + value);
    };
    append_unless_configured("Accept", "application/json");
    append_unless_configured("Accept-Encoding", "");
    append_unless_configured("User-Agent", "fanoutd/" FANOUT_VERSION);
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
    const std::optional<ip_address> to = address_of(&address->addr);
    if (!to || !transfer.filter_.admits(*to)) {
        transfer.refused_ += (transfer.refused_.empty() ? "" : ", ") + (to ? to_text(*to) : "no IP address");
        return CURL_SOCKET_BAD;
    }
    const int made = socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    if (made < 0) transfer.no_socket_ = strerror(errno);
    return made;
}

int http_transfer::before_request(void* self, char*, char*, int, int) {
    static_cast<http_transfer*>(self)->set_connected();
    return CURL_PREREQFUNC_OK;
}

void http_transfer::set_connected() {
    if (!std::exchange(is_connected_, true)) --unconnected_;
}

size_t http_transfer::receive(char* data, size_t, size_t size, void* self) {
    auto& transfer = *static_cast<http_transfer*>(self);
    const bool goes_on = transfer.answer_->add(transfer.status(), {data, size});
    return goes_on ? size : CURL_WRITEFUNC_ERROR;
}

long http_transfer::status() const {
    long result = 0;
    curl_easy_getinfo(easy_, CURLINFO_RESPONSE_CODE, &result);
    return result;
}

/// Where the answer redirects to, as a whole URL; empty where it doesn't.
std::string http_transfer::redirect() const {
    char* url = nullptr;
    curl_easy_getinfo(easy_, CURLINFO_REDIRECT_URL, &url);
    return url ? url : "";
}

/// libcurl would send configured headers to whatever service a redirect names; so each hop is a request of
/// its own.
bool http_transfer::goes_on(CURLcode how) {
    if (how != CURLE_OK || !settings_.follow_redirects || redirects_ >= most_redirects || is_unwanted())
        return false;
    const std::string to = redirect();
    const std::optional<http_url> from_url = http_url::parse(url_), to_url = http_url::parse(to);
    if (!to_url || to_url->has_credentials() || (from_url->is_encrypted() && !to_url->is_encrypted()))
        return false;
    set_connected();
    ++redirects_;
    prepare(to, has_body_ && status() != 303, to_url->same_origin(own_url_));
    return true;
}

/// A header of the answer; empty where there is none.
std::string http_transfer::header(const char* name) const {
    curl_header* found = nullptr;
    return curl_easy_header(easy_, name, 0, CURLH_HEADER, -1, &found) == CURLHE_OK ? found->value : "";
}

outcome http_transfer::end(CURLcode how) {
    // libcurl says the latter of gzip, deflate and brotli that are broken; receive() only of a body that is
    // too long.
    const bool is_undecodable = how == CURLE_BAD_CONTENT_ENCODING || how == CURLE_WRITE_ERROR;
    if (how != CURLE_OK && !is_undecodable) return finish(failure(how));
    return finish(answer_->finish({.status = status(),
                                   .redirect = redirect(),
                                   .retry_after = header("Retry-After"),
                                   .date = header("Date"),
                                   .undecodable = is_undecodable ? reason(how) : ""}));
}

outcome http_transfer::stop() {
    return finish(failed_outcome("stopped: its run has ended or its claim is gone", failure_cause::stopped));
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
    if (!no_socket_.empty()) return failed_outcome("no socket: " + no_socket_);
    return failed_outcome("no answer: " + reason(how));
}

std::string http_transfer::reason(CURLcode how) const {
    return *reason_ ? reason_ : curl_easy_strerror(how);
}

outcome http_transfer::finish(outcome o) {
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
