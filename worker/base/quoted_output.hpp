// What a handler printed, as an error shows it.
#pragma once

#include <string>
#include <string_view>

namespace fanout::worker_detail {

/// The first 200 bytes in quotes, with control characters and quotes escaped as in JSON, and bytes that are
/// not UTF-8 replaced.
std::string quoted_output(std::string_view text);

}  // namespace fanout::worker_detail
