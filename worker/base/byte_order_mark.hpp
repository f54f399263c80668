// The byte order mark (U+FEFF) that some programs write before their JSON.
#pragma once

#include <string>
#include <string_view>

namespace fanout::worker_detail {

inline void skip_byte_order_mark(std::string& text) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.starts_with(mark)) text.erase(0, mark.size());
}

}  // namespace fanout::worker_detail
