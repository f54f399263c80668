#include "control/health_summary.hpp"

#include "control/shown_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fanout::control {
namespace {

/// Nagios takes what comes behind a | for measurements.
std::string one_line(const std::string& text) {
    std::string result = printable(text);
    std::replace(result.begin(), result.end(), '|', '/');
    return result;
}

std::string summary(health_status status, const std::string& words) {
    constexpr const char* names[] = {"OK", "WARNING", "CRITICAL", "UNKNOWN"};
    return std::string("FANOUT ") + names[status] + " - " + one_line(words);
}

/// Bad is worse than what isn't known: somebody is to come.
int gravity(health_status s) {
    constexpr int of[] = {0, 1, 3, 2};
    return of[s];
}

health_status status_of(const health_row& row) {
    return status_of_health(row.status);
}

}  // namespace

health_status worst_health(const std::vector<health_row>& rows) {
    if (rows.empty()) return health_unknown;
    health_status worst = health_ok;
    for (const health_row& row : rows) {
        if (gravity(status_of(row)) > gravity(worst)) worst = status_of(row);
    }
    return worst;
}

std::string health_summary(const std::vector<health_row>& rows) {
    const health_status worst = worst_health(rows);
    if (worst == health_ok) return summary(worst, "all of " + std::to_string(rows.size()) + " checks are ok");
    std::string words;
    for (const health_row& row : rows) {
        if (status_of(row) == worst) words += (words.empty() ? "" : "; ") + row.what + ": " + row.detail;
    }
    return summary(worst, words.empty() ? "no checks" : words);
}

std::string unknown_health(const std::string& reason, bool as_json) {
    using json = nlohmann::json;
    if (as_json) {
        return json{{"what", "health"}, {"status", "unknown"}, {"detail", reason}, {"hint", nullptr}}.dump(
            -1, ' ', true, json::error_handler_t::replace);
    }
    // A message has its hint in a line of its own.
    std::string words = reason;
    std::replace(words.begin(), words.end(), '\n', ' ');
    return summary(health_unknown, words);
}

}  // namespace fanout::control
