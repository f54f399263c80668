// How far a run is, on one line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace fanout::control {

struct progress {
    std::string status;
    int64_t done = 0, total = 0, failed = 0;
    double elapsed_seconds = 0;
    std::optional<double> eta_seconds;

    bool operator==(const progress&) const = default;
};

/// For a log: "started: 20 of 100 tasks, 1 failed, after 3.0 s".
std::string plain_line(const progress& p);

/// For a terminal: a bar before that, as wide as there is room for, in `width` columns at most.
std::string bar_line(const progress& p, size_t width);

}  // namespace fanout::control
