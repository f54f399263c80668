// Maps over maps: task i of a pipelined step starts when task i of its source is done, and has its result as
// its item.
//
// A pipelined state has no rows in fanout.tasks. It gets its stripes when its source does, so that they are
// counted from the outset; its edge to the source counts as done when the source has started. Which of its
// tasks are ready then, its start reads from the source's results; from then on each completion at the source
// puts those into the queue that it has made ready. Nothing gets lost between the two: whoever completes at
// the source and sees the step not started locks its state to make sure, and the start holds that lock while
// it reads the results.
#pragma once

#include "engine/change_set.hpp"
#include "engine/spawn.hpp"

namespace fanout {

/// Adds to `changes` that the steps which are pipelined over `source` itself wait no more for it, because it
/// has started. Gives those and the ones pipelined over them the stripes that it has got: inserts them, and
/// adds them to `changes`.
/// @param given  no stripes where `source` is pipelined itself: they have come with its own source's
void announce_start(const step_state& source, const spawned& given, change_set& changes);

/// The states that are pipelined over this one, directly or through others, by rising id.
std::vector<int64_t> pipeline_of(const step_state& source);

/// Starts a pipelined state, which the caller has locked. Returns whether it is empty: then it is left as it
/// was.
bool start_pipelined(const step_state& state, TimestampTz now);

/// Adds to `changes` that tasks of these states' pipelined steps are ready: indexes by state and stripe.
void announce_ready(const step_states& states,
                    const std::map<std::pair<int64_t, int32_t>, std::vector<int32_t>>& done,
                    change_set& changes);

/// Puts tasks that are ready into the queue. Of one that has failed before, because a resume runs its item
/// again, the attempts go on counting. Not where they go in order.
void enqueue_ready(const step_state& state, const std::map<int32_t, std::vector<int32_t>>& ready_by_stripe);

}  // namespace fanout
