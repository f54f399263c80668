// The row of the queue that one task is in.
#pragma once

#include "queue/queue_row.hpp"
#include "runs/state.hpp"

namespace fanout {

enum class row_kind { any, waiting };

/// Locks the row in which a task waits or is claimed, or in which its child's end does; none where it is in no such row. A claim
/// is left alone where only what waits is asked for.
/// Throws still_stopping where somebody else works on it for longer than the call waits, or what it did is being counted.
std::optional<queue_row> lock_row_of_task(const step_state& state, int32_t task_index, row_kind which,
                                          patience& waits);

}  // namespace fanout
