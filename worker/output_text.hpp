// Text that goes to the server must be valid UTF-8 without NUL, or it would fail everything sent with it.
#pragma once

#include "task.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace fanout::worker_detail {

/// Throws attempt_failed where an output can't be sent. Plain ASCII, the common case, is only looked over;
/// the server checks that it is JSON.
inline void check_output(const std::string& output) {
    const bool plain = std::none_of(output.begin(), output.end(), [](char c) {
        return c == '\0' || static_cast<unsigned char>(c) >= 0x80;
    });
    if (plain) return;
    if (output.find('\0') != std::string::npos) throw attempt_failed("the output has a NUL byte");
    if (!nlohmann::json::accept(output)) throw attempt_failed("the output is not valid JSON in UTF-8");
}

/// An error message with what can't be sent replaced.
inline std::string clean_error(std::string message) {
    constexpr size_t most_bytes = 8192;
    if (message.size() > most_bytes) message = message.substr(0, most_bytes) + " …";
    std::replace(message.begin(), message.end(), '\0', '?');
    const std::string quoted =
        nlohmann::json(message).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return nlohmann::json::parse(quoted).get<std::string>();
}

}  // namespace fanout::worker_detail
