// Resuming runs that have failed or were cancelled.
#pragma once

#include "flows/flow.hpp"
#include "postgres/statement.hpp"
#include "runs/state.hpp"

namespace fanout {

/// What becomes of tasks that have failed for good: they stay so, run again where their step is not completed, or everywhere.
enum class what_failed { stays, runs_again, runs_again_everywhere };

/// Lets a failed or cancelled run go on: what has an accepted result keeps it, what failed or never ran runs
/// again. Its run_timeout begins anew. Throws still_stopping where a call on one of its claims is under way
/// and stays so.
/// @param patience  how often to look, a hundredth of a second apart, until no call is under way; 1: without
///                  waiting for who resumes it, either
/// @param failed    runs_again_everywhere: of a completed run, too. What has followed from what fails is done again. Throws
///                  invalid_argument where there is nothing to run again in a completed run, somebody has its output, or a
///                  stream would run again
/// @param follows   the version of its flow, whose lock the caller holds, by which it goes on, and what it takes up below
///                  it by those current then; null: its own. Throws as version_change does
/// @return whether the run goes on by this call: not where it was started already, or is completed
bool resume(const pg_uuid_t& run_id, int patience, what_failed failed = what_failed::runs_again,
            const flow_version* follows = nullptr);
inline constexpr int usual_patience = 100;

/// Removes the run's queue rows, waiting and claimed, until none is left. Nothing of the run is to go on. A
/// call on a claim takes milliseconds, but for an SQL handler that runs.
void remove_queue_rows(const pg_uuid_t& run_id, int patience);

/// Takes the locks on counters and states that the run's completions would take, in their order. There are no claims left, so
/// nobody waits for what comes after them. Returns the states.
std::vector<int64_t> lock_run_parts(const pg_uuid_t& run_id);

/// Has an ended run started again.
///
/// @param follows  whether child runs that it takes up are to follow the current versions of their flows; none: as before
void restart_run(const pg_uuid_t& run_id, std::optional<bool> follows = std::nullopt);

/// Counts the failed items of a state anew, which nobody counts any more where the run has ended.
void recount_failed_items(const step_state& state);

/// Puts into the queue what has no result, of a started run of which nothing is in the queue, and whose parts are locked.
void run_what_is_missing(const pg_uuid_t& run_id, const std::vector<int64_t>& state_ids, what_failed failed);

}  // namespace fanout
