// Progress on standard error.
#pragma once

#include "control/progress_line.hpp"

#include <chrono>

namespace fanout::control {

/// On a terminal a bar that is drawn over itself; elsewhere a line at first, one every ten seconds in which something
/// has changed, and one at the end.
class progress_display {
public:
    progress_display();

    void show(const progress& p);
    void end(const progress& p);
    /// How often to show something.
    std::chrono::milliseconds interval() const;

private:
    using clock = std::chrono::steady_clock;

    const bool is_terminal_;
    progress shown_;
    clock::time_point shown_at_{};
};

}  // namespace fanout::control
