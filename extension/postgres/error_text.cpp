#include "postgres/error_text.hpp"

#include "postgres/postgres_api.hpp"

#include <algorithm>

namespace fanout {

std::string error_text(std::string text, std::string_view ending) {
    constexpr size_t most = 8192;
    if (text.size() + ending.size() > most) {
        const std::string note = " [cut: " + std::to_string(text.size()) + " bytes]";
        const size_t room = most - ending.size() - note.size();
        text.resize(static_cast<size_t>(pg_mbcliplen(
            text.data(), static_cast<int>(std::min(text.size(), most)), static_cast<int>(room))));
        text += note;
    }
    return text.append(ending);
}

}  // namespace fanout
