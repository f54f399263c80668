// The byte order mark (U+FEFF) that some programs write before their JSON.
#pragma once

#include <string>
#include <string_view>

namespace fanout::worker_detail {

inline std::string_view without_byte_order_mark(std::string_view text) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
    return text;
}

inline void skip_byte_order_mark(std::string& text) {
    text.erase(0, text.size() - without_byte_order_mark(text).size());
}

}  // namespace fanout::worker_detail
