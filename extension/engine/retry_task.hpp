// Trying single tasks again that wait for that, or have failed for good.
#pragma once

#include "engine/given_task.hpp"

namespace fanout {

/// Lets a task that waits for its retry go now, and one that has failed for good run again.
///
/// A run that has failed goes on for it: with all that is missing where that was its only failure, else with that task alone, after
/// which it fails again.
///
/// @param input  what the task gets from now on instead of its item, or of a single step instead of all that it got: as
///               step_tasks shows it
void retry_task(const given_task& task, const std::optional<Datum>& input);

/// Decides what becomes of the run of a step whose retried tasks have ended well: it goes on, or fails of another step. Throws
/// lock_not_available where something of it is under way.
void end_retries(const step_state& state);

}  // namespace fanout
