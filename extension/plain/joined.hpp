// Words in a row, for messages.
#pragma once

#include <string>
#include <vector>

namespace fanout {

inline std::string joined(const std::vector<std::string>& words, const char* separator = ", ") {
    std::string result;
    for (const std::string& word : words) result += (result.empty() ? "" : separator) + word;
    return result;
}

}  // namespace fanout
