// What tasks say of themselves while they run: reported with heartbeats, given to the task's next attempt.
#pragma once

#include "postgres/statement.hpp"

#include <map>
#include <optional>

namespace fanout {

/// What tasks say of themselves, as jsonb, by state and index.
using progress_values = std::map<std::pair<int64_t, int32_t>, Datum>;

/// In place of what they said before. The caller has locked their claims.
void write_progress(const progress_values& values);

/// What a task reported last: a jsonb in the current memory context.
std::optional<Datum> progress_of(int64_t state_id, int32_t task_index);

/// Removes what tasks have reported that have ended. Their claims are locked. Indexes by state.
void forget_progress(const std::map<int64_t, std::vector<int32_t>>& tasks);

/// Removes what tasks of completed runs have reported. What failed or was cancelled may be resumed, and goes on from there;
/// it is removed with its run.
void forget_progress_of_completed_runs();

/// Removes what tasks of these states have reported.
void remove_progress(const std::vector<int64_t>& state_ids);

}  // namespace fanout
