// How many failed items a step that collects failures takes before it fails itself.
#pragma once

#include "runs/state.hpp"

namespace fanout {

/// What the step fails with where more of its items failed than are tolerated. To be asked under the state's
/// lock. A percentage of an open stream is none yet: it counts once the stream is closed.
std::optional<std::string> tolerance_exceeded(const step_state& state);

/// Likewise where some of what had failed was tried again: for every step what it has failed with all the same.
std::optional<std::string> failures_left(const step_state& state);

}  // namespace fanout
