#include "control/shown_text.hpp"

#include "base/json_text.hpp"

#include <algorithm>
#include <cstdio>
#include <cwchar>
#include <utility>

namespace fanout::control {
namespace {

using worker_detail::utf8_length;

/// The first character, and how many bytes it has: one of U+FFFD where it is none.
std::pair<char32_t, size_t> first_character(std::string_view text) {
    const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
    const size_t length = text[0] ? utf8_length(text) : 0;
    if (length == 0) return {U'\uFFFD', 1};
    constexpr unsigned char lead_bits[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
    char32_t character = byte(0) & lead_bits[length];
    for (size_t i = 1; i < length; ++i) character = character << 6 | (byte(i) & 0x3f);
    return {character, length};
}

/// The same as in fanout.printable.
bool steers(char32_t c) {
    constexpr std::pair<char32_t, char32_t> ranges[] = {{0, 0x1f},        {0x7f, 0x9f},     {0x200b, 0x200f},
                                                        {0x2028, 0x202e}, {0x2060, 0x2069}, {0xfeff, 0xfeff},
                                                        {0xfffd, 0xfffd}};
    return std::any_of(std::begin(ranges), std::end(ranges),
                       [c](const auto& r) { return c >= r.first && c <= r.second; });
}

size_t width_of_character(char32_t c) {
    const int width = wcwidth(static_cast<wchar_t>(c));
    return width < 0 ? 1 : static_cast<size_t>(width);
}

}  // namespace

std::string printable(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const auto [character, length] = first_character(text);
        steers(character) ? result += '?' : result += text.substr(0, length);
        text.remove_prefix(length);
    }
    return result;
}

std::string printable_lines(std::string_view text) {
    std::string result;
    for (size_t end; (end = text.find('\n')) != text.npos; text.remove_prefix(end + 1)) {
        result += printable(text.substr(0, end)) + '\n';
    }
    return result + printable(text);
}

size_t width_of(std::string_view text) {
    size_t width = 0;
    while (!text.empty()) {
        const auto [character, length] = first_character(text);
        width += width_of_character(character);
        text.remove_prefix(length);
    }
    return width;
}

std::string shortened(std::string_view text, size_t width) {
    if (width_of(text) <= width) return std::string(text);
    if (width == 0) return "";
    size_t taken = 0, columns = 1;
    while (true) {
        const auto [character, length] = first_character(text.substr(taken));
        columns += width_of_character(character);
        if (columns > width) return std::string(text.substr(0, taken)) + "…";
        taken += length;
    }
}

std::string printable_json(std::string_view json) {
    std::string result;
    while (!json.empty()) {
        const auto [character, length] = first_character(json);
        if (character >= 0x20 && steers(character)) {
            char escape[16];
            std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(character));
            result += escape;
        } else {
            result += json.substr(0, length);
        }
        json.remove_prefix(length);
    }
    return result;
}

}  // namespace fanout::control
