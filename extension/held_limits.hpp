// Limits that a task of a `flow:` step holds while its child run goes on. No task below it may name one of
// them: it would wait for the slot of the task that waits for it, and both would stand still.
#pragma once

#include "flow.hpp"
#include "state.hpp"

namespace fanout {

/// Throws cycle where a task of this step would wait for a limit that is held above it, or a task below it
/// for one that it or a step above it holds: by the current versions of all flows that lead to the step's
/// flow, or to which it leads, whichever of them was defined last.
///
/// @param where  how messages name the step
void check_no_held_limit_is_named(int64_t flow_id, const std::string& step_slug, const std::string& where);

/// The same for a child run that is about to start: versions in use may differ from the current ones.
void check_child_names_no_held_limit(const step_state& parent, const flow_version& child);

}  // namespace fanout
