// Resuming runs that have failed or were cancelled.
#pragma once

#include "postgres/statement.hpp"
#include "runs/state.hpp"

namespace fanout {

/// Lets a failed or cancelled run go on: what has an accepted result keeps it, what failed or never ran runs
/// again. Its run_timeout begins anew. Throws still_stopping where a call on one of its claims is under way
/// and stays so.
/// @param patience  how often to look, a hundredth of a second apart, until no call is under way; 1: without
///                  waiting for who resumes it, either
/// @return whether the run goes on by this call: not where it was started already, or is completed
bool resume(const pg_uuid_t& run_id, int patience);
inline constexpr int usual_patience = 100;

/// Removes the run's queue rows, waiting and claimed, until none is left. Nothing of the run is to go on. A
/// call on a claim takes milliseconds, but for an SQL handler that runs.
void remove_queue_rows(const pg_uuid_t& run_id, int patience);

/// Takes the locks on counters and states that the run's completions would take, in their order. There are no claims left, so
/// nobody waits for what comes after them. Returns the states.
std::vector<int64_t> lock_run_parts(const pg_uuid_t& run_id);

/// Has an ended run started again.
void restart_run(const pg_uuid_t& run_id);

/// Counts the failed items of a state anew, which nobody counts any more where the run has ended.
void recount_failed_items(const step_state& state);

enum class what_failed { runs_again, stays };

/// Puts into the queue what has no result, of a started run of which nothing is in the queue, and whose parts are locked.
void run_what_is_missing(const pg_uuid_t& run_id, const std::vector<int64_t>& state_ids, what_failed failed);

}  // namespace fanout
