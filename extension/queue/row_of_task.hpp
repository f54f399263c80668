// The row of the queue that one task is in.
#pragma once

#include "queue/queue_row.hpp"
#include "runs/state.hpp"

namespace fanout {

/// Locks the row in which a task waits or is claimed, or in which its child's end does; none where it is in no such row.
/// Throws still_stopping where somebody else works on it for longer than the call waits, or what it did is being counted.
std::optional<queue_row> lock_row_of_task(const step_state& state, int32_t task_index, patience& waits);

}  // namespace fanout
