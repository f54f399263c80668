// Retries that wait for about the same time share a row of the queue.
#pragma once

#include "plain/backoff.hpp"
#include "queue/queue_row.hpp"
#include "runs/state.hpp"

namespace fanout {

/// Adds the tasks of a retry to a row of the same state, stripe and attempt that waits for a time in the same
/// window. One that another transaction has locked is not waited for. Returns false where there is none: then
/// the retry is to get a row of its own.
bool join_waiting_row(const queue_row& retry, const step_state& state, retry_time when);

}  // namespace fanout
