// Removing the queue rows of runs, which leave them when they end, are resumed or are dropped.
#pragma once

#include "postgres/statement.hpp"

#include <map>

namespace fanout {

/// Removes the waiting rows of these runs, those that nobody has locked. Returns the runs that have rows left:
/// claims, and what may be claimed at this moment.
std::vector<pg_uuid_t> discard_waiting_rows(const std::vector<pg_uuid_t>& run_ids);

/// Removes all rows of a run, claims included, that nobody has locked. Adds the slots that their tasks held, by
/// state.
void remove_rows_of_run(const pg_uuid_t& run_id, std::map<int64_t, int64_t>& freed_slots);

bool has_rows(const pg_uuid_t& run_id);

/// Whether it has rows besides those that say that the retries of a step have ended. Each retry that comes when the end of those
/// before is to be looked at makes another of these, and so does each step: they must not wait for each other.
bool has_rows_besides_ends_of_retries(const pg_uuid_t& run_id);

}  // namespace fanout
