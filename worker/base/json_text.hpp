// JSON as text: checked and cut up where it stands, never turned into values. So a number keeps all its
// digits on its way through the daemon, and no nesting is too deep for it.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fanout::worker_detail {

/// What is wrong with a JSON text, and where.
class json_error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Throws json_error unless `text` is one JSON value in UTF-8.
void check_json(std::string_view text);

/// A member of a JSON object: its key, and its value as it stands in the text.
struct json_member {
    std::string key;
    std::string_view value;
};

/// The members of a JSON object; none where `text` is another JSON value. Throws json_error as check_json
/// does.
std::optional<std::vector<json_member>> json_members(std::string_view text);

/// The text that a JSON string stands for; none where `value` is another JSON value.
std::optional<std::string> json_string(std::string_view value);

/// How many bytes the UTF-8 sequence at the start of `text` has; 0 where it is none, or a NUL.
size_t utf8_length(std::string_view text);

}  // namespace fanout::worker_detail
