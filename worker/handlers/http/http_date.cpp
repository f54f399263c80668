#include "handlers/http/http_date.hpp"

#include <ctime>

#include <algorithm>
#include <charconv>
#include <string>

namespace fanout::worker_detail {
namespace {

// IMF-fixdate, and the obsolete forms of RFC 850 and of asctime.
constexpr const char* date_forms[] = {"%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT",
                                      "%a %b %e %H:%M:%S %Y"};

bool is_number(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::chrono::seconds seconds_of(std::string_view digits) {
    std::chrono::seconds::rep count = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    return error == std::errc() ? std::chrono::seconds(count) : std::chrono::seconds::max();
}

}  // namespace

std::optional<std::chrono::sys_seconds> parse_http_date(std::string_view text) {
    const std::string whole(text);
    for (const char* form : date_forms) {
        std::tm parts{};
        const char* end = strptime(whole.c_str(), form, &parts);
        if (end == whole.c_str() + whole.size())
            return std::chrono::sys_seconds(std::chrono::seconds(timegm(&parts)));
    }
    return std::nullopt;
}

std::optional<std::chrono::seconds> parse_retry_after(std::string_view text, std::chrono::sys_seconds now) {
    if (is_number(text)) return seconds_of(text);
    const std::optional<std::chrono::sys_seconds> date = parse_http_date(text);
    if (!date) return std::nullopt;
    return std::max(*date - now, std::chrono::seconds(0));
}

}  // namespace fanout::worker_detail
