// How many tasks of an SQL handler share a transaction, where their locks meet.
//
// A batch keeps the locks of its tasks until its end. Of tasks that update a few hot rows two batches soon
// hold what the other wants, where single tasks would only wait for one another.
#pragma once

#include "runs/state.hpp"

namespace fanout {

/// The most tasks that a batch of this handler takes at present in this backend: after a deadlock fewer, for
/// a while.
int64_t most_tasks_a_batch(const step_state& state);

/// A batch of this handler has met a deadlock, after so many tasks. The batches that follow stay well below
/// that, for ten seconds, and for twice as long each time that it comes again soon after.
void note_deadlock(const step_state& state, int64_t tasks_before);

}  // namespace fanout
