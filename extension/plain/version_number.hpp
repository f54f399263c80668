// Versions, as 0.2.0, in their order.
#pragma once

#include <array>
#include <charconv>
#include <string_view>

namespace fanout {

using version_number = std::array<int, 3>;

/// What isn't there, or is no number, is 0.
inline version_number parse_version(std::string_view text) {
    version_number result{};
    for (int& part : result) {
        const size_t end = text.find('.');
        const std::string_view digits = text.substr(0, end);
        std::from_chars(digits.data(), digits.data() + digits.size(), part);
        if (end == text.npos) break;
        text.remove_prefix(end + 1);
    }
    return result;
}

}  // namespace fanout
