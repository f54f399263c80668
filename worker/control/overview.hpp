// Several tables, one below the other, on a screen that may be too small for them.
#pragma once

#include "server/query.hpp"

#include <string>
#include <vector>

namespace fanout::control {

struct overview_part {
    std::string title;
    worker_detail::query_rows rows;
};

/// A headline and the parts that have rows, in so many lines of so many columns at most. The longest part gives way
/// first, and says how many rows of its are missing. Lines end with line breaks.
std::string overview(const std::string& headline, const std::vector<overview_part>& parts, size_t width,
                     size_t height);

}  // namespace fanout::control
