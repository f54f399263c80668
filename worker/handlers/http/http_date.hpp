// Times as HTTP headers say them (RFC 9110, 5.6.7 and 10.2.3).
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace fanout::worker_detail {

/// A date in one of the three forms that HTTP knows; none where the text is no such date.
std::optional<std::chrono::sys_seconds> parse_http_date(std::string_view text);

/// How long to wait for the time that a Retry-After names: a number of seconds, or a date. Never less than
/// nothing; a number that no integer holds is the longest time. None where it can't be read.
///
/// @param now  what the clock of whoever has sent it says
std::optional<std::chrono::seconds> parse_retry_after(std::string_view text, std::chrono::sys_seconds now);

}  // namespace fanout::worker_detail
