// Pipelined steps and streams whose tasks go one at a time, by their indexes, however their items come.
#pragma once

#include "runs/state.hpp"

namespace fanout {

/// Whether it is a pipelined step or a stream whose tasks go one at a time. (Those of an array stand in one
/// row from the beginning on.)
bool enters_in_order(const step_state& state);

/// Puts the tasks that are next by their indexes into the queue, as one row, unless some are there or claimed
/// already. So nothing passes them; but a retry that waits for its time lets them pass. To be called whenever
/// an item has become ready, or an attempt has ended. The caller has locked the state.
void enqueue_next_in_order(const step_state& state);

/// A resumed step: what has no result enters anew, from its first task on.
void enqueue_anew_in_order(const step_state& state);

}  // namespace fanout
