#include "control/overview.hpp"

#include "control/shown_text.hpp"
#include "control/table.hpp"

#include <algorithm>
#include <sstream>

namespace fanout::control {
namespace {

using lines = std::vector<std::string>;

lines split(const std::string& text) {
    lines result;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) result.push_back(line);
    return result;
}

/// Between an empty line and the rows stand the title, and the names of the columns.
lines lines_of(const overview_part& part) {
    lines result{"", part.title};
    const lines rows = split(table(part.rows));
    result.insert(result.end(), rows.begin(), rows.end());
    return result;
}

constexpr size_t fewest_lines = 4;

/// Of a part's lines those that it may have; the last one says how many more there are.
void cut(lines& part, size_t height) {
    if (part.size() <= height) return;
    const size_t missing = part.size() - height + 1;
    part.resize(height);
    part.back() = "… and " + std::to_string(missing) + " more";
}

/// How many lines each may have, for all of them to fit if that can be.
std::vector<size_t> heights(const std::vector<lines>& parts, size_t room) {
    std::vector<size_t> result;
    size_t sum = 0;
    for (const lines& part : parts) sum += result.emplace_back(part.size());
    while (sum > room) {
        const auto longest = std::max_element(result.begin(), result.end());
        if (*longest <= fewest_lines) break;
        --*longest;
        --sum;
    }
    return result;
}

}  // namespace

std::string overview(const std::string& headline, const std::vector<overview_part>& parts, size_t width,
                     size_t height) {
    std::vector<lines> all;
    for (const overview_part& part : parts) {
        if (!part.rows.rows.empty()) all.push_back(lines_of(part));
    }
    const std::vector<size_t> room = heights(all, height > 0 ? height - 1 : 0);
    lines shown{headline};
    for (size_t i = 0; i < all.size(); ++i) {
        cut(all[i], room[i]);
        shown.insert(shown.end(), all[i].begin(), all[i].end());
    }
    shown.resize(std::min(shown.size(), height));
    std::string result;
    for (const std::string& line : shown) result += shortened(line, width) + '\n';
    return result;
}

}  // namespace fanout::control
