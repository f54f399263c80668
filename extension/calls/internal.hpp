// The engine's own work in the queue.
#pragma once

#include "queue/claims.hpp"
#include "queue/registered_worker.hpp"

namespace fanout {

/// Does what internal claims are about, one, or several of child runs, for about 100 ms where that can be told: starts, finishes
/// or fails a step, counts what was put off, starts child runs, or records what became of them. Leaves in the claims what
/// is left of them. After an error one goes back into the queue; an error that lasts fails its step.
void run_internal_claims(claims& held);

/// Claims and does some internal work of the worker's queues: for clients without a daemon beside them.
void run_waiting_internal(const worker& w);

/// The worker without what only run_internal can do.
worker without_internal(const worker& w);

}  // namespace fanout
