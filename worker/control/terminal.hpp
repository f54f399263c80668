// The terminal, if there is one.
#pragma once

#include <cstddef>

namespace fanout::control {

/// Whether what is written to this file is seen on a terminal that knows the usual escapes.
bool is_terminal(int file);

struct terminal_size {
    size_t width = 80, height = 24;
};

/// As it is now; a usual one where that isn't known.
terminal_size size_of_terminal(int file);

}  // namespace fanout::control
