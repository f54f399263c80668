#include "http_answer.hpp"

#include "http_url.hpp"
#include "json_text.hpp"

#include <algorithm>

namespace fanout::worker_detail {
namespace {

constexpr size_t most_error_bytes = 4096;  // kept of a body that goes into an error
constexpr size_t most_shown_bytes = 500;   // of it, in the error
constexpr std::chrono::seconds longest_retry_after = std::chrono::hours(24);

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

outcome http_answer::finish(long status, const std::string& redirect, int64_t retry_after) {
    const std::string named = "HTTP " + std::to_string(status);
    if (is_too_long()) {
        return failed_outcome(named + ": the body is longer than max_output_bytes (" +
                                  std::to_string(settings_.max_output_bytes) + ")",
                              cause_of(status), !is_success(status) && !is_worth_a_retry(status));
    }
    if (is_success(status)) {
        outcome result{};
        try {
            if (!body_.empty()) check_json(body_);
        } catch (const json_error& e) {
            return failed_outcome(named + ", but its body is no valid JSON (" + e.what() + ")" + beginning());
        }
        result.output = body_.empty() ? "null" : std::move(body_);
        return result;
    }
    if (is_redirect(status) && !redirect.empty()) {
        const std::string why =
            settings_.follow_redirects ? ", which is not followed" : "; follow_redirects is off";
        return failed_outcome(named + ": a redirect to " + where_to(redirect) + why, failure_cause::handler,
                              true);
    }
    outcome result = failed_outcome(named + beginning(), cause_of(status), !is_worth_a_retry(status));
    if (!result.final) {
        result.retry_after =
            std::clamp(std::chrono::seconds(retry_after), std::chrono::seconds(0), longest_retry_after);
    }
    return result;
}

}  // namespace fanout::worker_detail
