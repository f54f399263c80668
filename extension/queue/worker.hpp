// Workers: who they are and whether they live.
#pragma once

#include "queue/claim.hpp"

namespace fanout {

/// Reads a worker; throws unknown_worker, and not_owner where another role registered it.
worker load_worker(int64_t worker_id, Oid caller);

/// Throws unknown_worker where the server doesn't know of a call of the worker that was recorded: it has
/// forgotten.
///
/// @param recorded  the last call that the worker knows to be recorded; 0: none
void require_memory(const worker& w, int64_t recorded);

/// Makes this worker's calls wait for each other until the transaction ends. Heartbeats don't.
void lock_worker(int64_t worker_id);

/// The same without waiting. Returns whether none of its calls is under way.
bool try_lock_worker(int64_t worker_id);

/// Gives a worker's claims back without using up an attempt, and forgets it.
void remove_worker(int64_t worker_id);

/// Renews the worker's lease. Returns whether it is still there.
bool record_heartbeat(int64_t worker_id);

}  // namespace fanout
