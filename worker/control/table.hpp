// Rows as a table of text.
#pragma once

#include "server/query.hpp"

#include <string>

namespace fanout::control {

/// A duration as people say it, two units at most: "1.5 s", "3 min 20 s", "2 d 4 h".
std::string duration_text(double seconds);

/// The rows below the names of their columns, which are as wide as they have to be; numbers stand to the right. A
/// column whose name ends with _seconds is shown as durations, under its name without that; times are shown to the
/// second. Each line ends with a line break.
/// @param widest  no cell takes more columns than these; … stands for the rest
std::string table(const worker_detail::query_rows& rows, size_t widest = 200);

/// One row as lines of a name and a value, without those that are null.
std::string card(const worker_detail::query_rows& row);

}  // namespace fanout::control
