// Taking back what steps of a run have done, for that to be done again.
#pragma once

#include "plain/index_set.hpp"
#include "runs/state.hpp"

namespace fanout {

/// Takes back what of a step's tasks has failed, batches with items that did, and these tasks, whose items are about to be
/// others. What they gave and reported goes; their attempts stay in fanout.failures, and go on counting. A child run
/// that was started with an item that changes belongs to nobody any more. Returns the tasks that had ended.
///
/// Throws still_stopping where such a child is yet to be cancelled.
index_set take_back_failed(const step_state& state, const std::vector<int32_t>& changed);

/// Lets a step be as it was before it began: it has no tasks, waits for what it depends on, and begins with what that gives by
/// then. Its failed attempts stay in fanout.failures, and attempts go on counting: its tasks are others, though they may have
/// the same indexes. Its child runs belong to nobody any more. Throws as above.
void take_back_step(const step_state& state);

/// Has the child runs of a step's tasks that have not succeeded belong to nobody any more, since the tasks are for another
/// handler. Throws as above.
void give_up_children(const step_state& state);

/// Lets a step that is completed have no output any more.
void forget_output(const step_state& state);

}  // namespace fanout
