#include "base/quoted_output.hpp"

#include <nlohmann/json.hpp>

namespace fanout::worker_detail {
namespace {

constexpr size_t most_shown_bytes = 200;

bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
}

}  // namespace

std::string quoted_output(std::string_view text) {
    using json = nlohmann::json;
    size_t size = std::min(text.size(), most_shown_bytes);
    while (size > 0 && size < text.size() && !begins_character(text[size])) --size;
    const json shown = std::string(text.substr(0, size));
    return shown.dump(-1, ' ', false, json::error_handler_t::replace) + (size < text.size() ? " …" : "");
}

}  // namespace fanout::worker_detail
