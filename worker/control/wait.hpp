// Waiting for a run's end, while people see how far it is.
#pragma once

#include "control/session.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace fanout::control {

/// Waits until the run has ended, or this long, and returns its status. How far it is goes to standard error: as a bar
/// that moves on a terminal, else as a line now and then. A connection that is lost meanwhile is made anew, for half a
/// minute.
std::string wait_for_run(session& s, const std::string& run_id,
                         std::optional<std::chrono::milliseconds> longest);

}  // namespace fanout::control
