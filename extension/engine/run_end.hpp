// Who is told that a run has ended: those who wait for it, and who listens.
#pragma once

#include "postgres/object_lock.hpp"
#include "runs/status.hpp"

namespace fanout {

/// To be called with each end of a run, whichever way.
void tell_end(const pg_uuid_t& run_id, int64_t flow_id, run_status status);

/// The lock on a run, of which AccessShareLock says that somebody waits for its end.
object_lock lock_of_run(const pg_uuid_t& run_id);

}  // namespace fanout
