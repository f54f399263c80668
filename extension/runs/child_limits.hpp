// Limits that child runs name, and those that are held above them: see flows/held_limits.hpp.
#pragma once

#include "flows/flow.hpp"
#include "runs/state.hpp"

namespace fanout {

/// Throws cycle where a child run that is about to start names a limit that is held above it: versions in use
/// may differ from the current ones.
void check_child_names_no_held_limit(const step_state& parent, const flow_version& child);

}  // namespace fanout
