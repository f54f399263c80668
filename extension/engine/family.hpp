// Runs and their child runs: what the end of one means for the other.
#pragma once

#include "plain/index_set.hpp"
#include "postgres/statement.hpp"
#include "runs/status.hpp"

namespace fanout {

/// Throws not_ready where it is a child run that has ended: it goes on with its parent. By itself it would be ended again,
/// or end for a task that has its outcome.
void refuse_ended_child(const pg_uuid_t& run_id);

/// Queues the end of a child run, to be recorded as its parent's task's outcome in a transaction of its own:
/// so nothing locks from one run into another. Nothing is queued for a run that isn't a child, or whose
/// parent has ended.
void tell_parent(const pg_uuid_t& run_id);

/// Cancels what is started below a run that has ended, children's children included, and removes their
/// waiting queue rows. What somebody has locked at the moment is passed over, for maintain. Returns whether
/// there was any such.
///
/// @param status  of the run; none: it is removed
bool end_descendants(const pg_uuid_t& run_id, std::optional<run_status> status);

/// What is started below a run, children's children included.
std::vector<pg_uuid_t> started_descendants(const pg_uuid_t& run_id);

/// Has the child runs of these tasks belong to nobody: they stay as they are, and the tasks get others.
void detach_children(int64_t state_id, const index_set::range& tasks);

/// Cancels what is started below runs that have failed, were cancelled or are gone. Returns how many runs
/// that were.
int64_t end_orphans();

/// Removes the waiting queue rows of runs that have ended, those that nobody holds; the others are garbage
/// that claims remove. Daemons that hold tasks of theirs are told to ask at once which.
void discard_rows_of_ended(const std::vector<pg_uuid_t>& run_ids);

}  // namespace fanout
