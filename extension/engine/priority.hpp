// How urgent runs are, while they go on.
#pragma once

#include "postgres/statement.hpp"

namespace fanout {

/// Changes the priority of a run and of what is started below it, and the places in the queue of what of these waits.
/// Throws still_stopping where somebody else has locked one of those for long.
void set_priority(const pg_uuid_t& run_id, int32_t priority);

/// Gives what is started below a run, whose row the caller has locked, the run's priority. Returns whether somebody else
/// has locked some of it.
bool hand_down_priority(const pg_uuid_t& run_id, int32_t priority);

}  // namespace fanout
