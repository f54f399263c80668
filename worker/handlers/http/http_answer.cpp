#include "handlers/http/http_answer.hpp"

#include "base/byte_order_mark.hpp"
#include "base/http_url.hpp"
#include "base/json_text.hpp"
#include "handlers/http/http_date.hpp"

#include <algorithm>

namespace fanout::worker_detail {
namespace {

constexpr size_t most_error_bytes = 4096;  // kept of a body that goes into an error
constexpr size_t most_shown_bytes = 500;   // of it, in the error
constexpr size_t most_shown_of_header = 100;
constexpr std::chrono::seconds longest_retry_after = std::chrono::hours(24);
// Also who says "at once" has refused, and is not asked again without a pause.
constexpr std::chrono::milliseconds shortest_retry_after{100};

bool is_success(long status) {
    return status >= 200 && status < 300;
}

bool is_redirect(long status) {
    return status >= 300 && status < 400;
}

/// Whether another attempt may do better.
bool is_worth_a_retry(long status) {
    return status == 408 || status == 425 || status == 429 || status >= 500;
}

failure_cause cause_of(long status) {
    return status == 429 || status == 503 ? failure_cause::overload : failure_cause::handler;
}

/// What the service itself takes for the time, so that a clock that is wrong, its or ours, makes no
/// difference.
std::chrono::sys_seconds time_of(const http_answer_head& head) {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return parse_http_date(head.date).value_or(now);
}

void heed_retry_after(const http_answer_head& head, outcome& o) {
    if (const auto wait = parse_retry_after(head.retry_after, time_of(head))) {
        o.retry_after =
            std::max<std::chrono::milliseconds>(std::min(*wait, longest_retry_after), shortest_retry_after);
    } else {
        *o.error +=
            " (its Retry-After can't be read: \"" + head.retry_after.substr(0, most_shown_of_header) + "\")";
    }
}

std::string where_to(const std::string& redirect) {
    const std::optional<http_url> url = http_url::parse(redirect);
    return url ? url->plain() : "what is no http or https URL";
}

}  // namespace

outcome failed_outcome(std::string error, failure_cause cause, bool is_final) {
    outcome result{};
    result.error = std::move(error);
    result.cause = cause;
    result.final = is_final;
    return result;
}

bool http_answer::add(long status, std::string_view part) {
    received_ += part.size();
    if (is_success(status)) {
        if (!is_too_long()) body_ += part;
    } else {
        body_ += part.substr(0, most_error_bytes - std::min(body_.size(), most_error_bytes));
    }
    return !is_too_long();
}

/// The beginning of the body on one line, for an error: `: …`.
std::string http_answer::beginning() const {
    const std::string_view kept = std::string_view(body_).substr(0, most_error_bytes);
    std::string text = without_secrets(std::string(kept), settings_.headers.secrets, kept.size() < received_);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; },
        ' ');
    if (text.size() > most_shown_bytes) text = text.substr(0, most_shown_bytes) + " …";
    return text.empty() ? "" : ": " + text;
}

outcome http_answer::finish(const http_answer_head& head) {
    outcome result = is_success(head.status) ? complete(head) : fail(head);
    if (!is_success(head.status) && !result.final && !head.retry_after.empty())
        heed_retry_after(head, result);
    return result;
}

/// Why the body can't be had; empty where it can.
std::string http_answer::trouble(const http_answer_head& head) const {
    if (is_too_long()) {
        return ": the body is longer than max_output_bytes (" + std::to_string(settings_.max_output_bytes) +
               ")";
    }
    return head.undecodable.empty() ? "" : ", but its body can't be decoded: " + head.undecodable;
}

outcome http_answer::complete(const http_answer_head& head) {
    const std::string named = "HTTP " + std::to_string(head.status);
    if (const std::string why = trouble(head); !why.empty()) return failed_outcome(named + why);
    outcome result{};
    skip_byte_order_mark(body_);
    try {
        if (!body_.empty()) check_json(body_);
    } catch (const json_error& e) {
        return failed_outcome(named + ", but its body is no valid JSON (" + e.what() + ")" + beginning());
    }
    result.output = body_.empty() ? "null" : std::move(body_);
    return result;
}

outcome http_answer::fail(const http_answer_head& head) const {
    const std::string named = "HTTP " + std::to_string(head.status);
    const bool is_final = !is_worth_a_retry(head.status);
    if (const std::string why = trouble(head); !why.empty())
        return failed_outcome(named + why, cause_of(head.status), is_final);
    if (is_redirect(head.status) && !head.redirect.empty()) {
        const std::string why =
            settings_.follow_redirects ? ", which is not followed" : "; follow_redirects is off";
        return failed_outcome(named + ": a redirect to " + where_to(head.redirect) + why,
                              failure_cause::handler, true);
    }
    return failed_outcome(named + beginning(), cause_of(head.status), is_final);
}

}  // namespace fanout::worker_detail
