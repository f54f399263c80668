// Advancing runs: what follows when stripes of tasks are done, steps start, finish or fail, and runs end.
#pragma once

#include "engine/change_set.hpp"

namespace fanout {

enum class advance_mode {
    short_work,   ///< what is long of steps above inline_task_limit() is left to queue rows, and sources
                  ///< that are evaluated are
    large_steps,  ///< only such sources are, and all but the first tasks of an array
    everything,   ///< but such sources only of the states that the call is about, not of those that follow
    apart         ///< as short_work, and all that starts by it does so by queue rows: each fails for itself
};

/// Applies changes to step states, all of which are locked before, by rising id; starts and finishes steps;
/// then ends runs, by id. Everything that locks states or runs goes through here.
void advance(change_set& changes, advance_mode mode, state_locks locks = state_locks::to_take);

/// Completes those of the runs, which are in the order of their ids, whose steps are all completed. Returns
/// them.
std::vector<pg_uuid_t> complete_runs(const std::vector<pg_uuid_t>& run_ids);

/// Ends a started run as failed or cancelled, and what is started below it; removes of their waiting queue
/// rows those that nobody holds. A parent's task that waits for the run hears of it.
/// Returns whether the run was still started.
/// @param is_final  whether it was said that its error is not to be retried: nor is then the parent's task
bool end_run(const pg_uuid_t& run_id, run_status status, const std::optional<std::string>& error,
             const std::optional<std::string>& failed_step, bool is_final = false);

}  // namespace fanout
