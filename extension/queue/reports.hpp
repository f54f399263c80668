// What workers say of tasks that they hold, with their heartbeats.
//
// A report is stored under the lock of its claim, which is taken with SKIP LOCKED: so a heartbeat waits for
// nobody, and a task that ends takes its progress with it for good. A claim remembers whether a task of its
// has reported (queue.has_progress), and so does what goes back into the queue: where nobody reports, nobody
// looks.
#pragma once

#include "postgres/statement.hpp"

namespace fanout {

/// One task's report, as text that should be JSON.
struct report {
    int64_t claim_id;
    int32_t task_index;
    Datum details;
};

/// Stores the reports of tasks that the worker holds, of runs that go on; of two of one task the later. One
/// that is no JSON, or too long, is passed over with a warning.
void store_reports(int64_t worker_id, const std::vector<report>& reports);

}  // namespace fanout
