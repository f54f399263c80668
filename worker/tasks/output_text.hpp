// Text that goes to the server must be valid UTF-8 without NUL, or it would fail everything sent with it.
#pragma once

#include "base/json_text.hpp"
#include "tasks/task.hpp"

#include <algorithm>
#include <string>

namespace fanout::worker_detail {

/// Throws attempt_failed where an output can't be sent. Plain ASCII, the common case, is only looked over;
/// the server checks that it is JSON.
inline void check_output(const std::string& output) {
    auto is_plain = [](char c) { return c != '\0' && static_cast<unsigned char>(c) < 0x80; };
    if (std::all_of(output.begin(), output.end(), is_plain)) return;
    if (output.find('\0') != std::string::npos) throw attempt_failed("the output has a NUL byte");
    for (std::string_view rest = output; !rest.empty();) {
        const size_t length = utf8_length(rest);
        if (length == 0) throw attempt_failed("the output is not valid UTF-8");
        rest.remove_prefix(length);
    }
}

/// An error message with what can't be sent replaced, and a text where it has none.
inline std::string clean_error(std::string_view message) {
    constexpr size_t most_bytes = 8192;
    if (message.find_first_not_of(" \t\r\n") == std::string_view::npos) return "an error without a message";
    std::string result;
    while (!message.empty() && result.size() < most_bytes) {
        const size_t length = utf8_length(message);
        result += length == 0 ? "?" : message.substr(0, length);
        message.remove_prefix(std::max(length, size_t{1}));
    }
    return message.empty() ? result : result + " …";
}

}  // namespace fanout::worker_detail
