// Queue rows that stand for the end of a child run, which is the outcome of its parent's task.
#pragma once

#include "runs/state.hpp"

namespace fanout {

/// Puts one into the queue, due at once: rows that are due become one row a step and stripe with the next
/// claim.
void enqueue_end_of_child(const step_state& parent, int32_t task_index, int16_t attempt);

}  // namespace fanout
