// The engine's own work in the queue.
#pragma once

#include "worker.hpp"

namespace fanout {

/// Starts or finishes the step that an internal claim is about.
void run_internal_claim(const claim& c);

/// Claims and does one piece of internal work of the worker's queues: for clients without a daemon beside
/// them.
void run_waiting_internal(const worker& w);

/// The worker without what only run_internal can do.
worker without_internal(const worker& w);

}  // namespace fanout
