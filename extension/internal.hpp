// The engine's own work in the queue.
#pragma once

#include "worker.hpp"

namespace fanout {

/// Does what an internal claim is about, for about 100 ms where that can be told: starts or finishes a step,
/// starts child runs, or records what became of them. Returns how many tasks the claim still holds.
int64_t run_internal_claim(claims& held, int64_t claim_id);

/// Claims and does some internal work of the worker's queues: for clients without a daemon beside them.
void run_waiting_internal(const worker& w);

/// The worker without what only run_internal can do.
worker without_internal(const worker& w);

}  // namespace fanout
