// What a flow or a step may be called. Plain C++.
#pragma once

#include <string>
#include <string_view>

namespace fanout {

inline constexpr size_t slug_max_bytes = 63;

/// Why `slug` is no valid slug, or empty where it is one: a letter, then letters, digits, `_` or `-`, up to
/// 63 bytes, and none of the words that inputs and options use.
inline std::string slug_problem(std::string_view slug) {
    auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (slug.empty()) return "is empty";
    if (slug.size() > slug_max_bytes) return "has " + std::to_string(slug.size()) + " bytes";
    if (!letter(slug[0])) return "does not begin with a letter";
    for (char c : slug) {
        if (!letter(c) && !(c >= '0' && c <= '9') && c != '_' && c != '-') {
            return "has a character other than letters, digits, _ and -";
        }
    }
    for (std::string_view reserved : {"run", "stream", "item", "items"}) {
        if (slug == reserved) return "is a reserved word";
    }
    return {};
}

}  // namespace fanout
