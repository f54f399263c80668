// Tasks that somebody has settled by hand: that these are completed, nobody's attempt has made true.
#pragma once

#include "engine/given_task.hpp"

namespace fanout {

/// Completes a task with that output, whatever it did until now: it waits, runs, waits for its child, or has failed for good. A
/// claim of it is stale from then on. Throws invalid_output where its step would not take it.
void settle_by_hand(const given_task& task, Datum output, const std::optional<std::string>& reason, Oid by);

/// Removes what is known of tasks of these states that were settled.
void remove_settlements(const std::vector<int64_t>& state_ids);

}  // namespace fanout
