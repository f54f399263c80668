#include "control/progress_display.hpp"

#include "control/terminal.hpp"

#include <unistd.h>

#include <iostream>

namespace fanout::control {
namespace {

constexpr std::chrono::milliseconds redrawn_every{300};
constexpr std::chrono::seconds line_every{10};

/// Not in the last column: some terminals would begin another line.
void draw(const progress& p) {
    std::cerr << '\r' + bar_line(p, size_of_terminal(STDERR_FILENO).width - 1) + "\x1b[K" << std::flush;
}

bool is_further(const progress& now, const progress& before) {
    return now.done != before.done || now.total != before.total || now.failed != before.failed;
}

}  // namespace

progress_display::progress_display() : is_terminal_(is_terminal(STDERR_FILENO)) {}

void progress_display::show(const progress& p) {
    if (is_terminal_) {
        draw(p);
        return;
    }
    const auto now = clock::now();
    if (!is_further(p, shown_) || now - shown_at_ < line_every) return;
    std::cerr << plain_line(p) << std::endl;
    shown_ = p;
    shown_at_ = now;
}

void progress_display::end(const progress& p) {
    if (is_terminal_) {
        draw(p);
        std::cerr << std::endl;
    } else {
        std::cerr << plain_line(p) << std::endl;
    }
}

std::chrono::milliseconds progress_display::interval() const {
    return is_terminal_ ? redrawn_every : line_every;
}

}  // namespace fanout::control
