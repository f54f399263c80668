// What tasks say of themselves while they run: reported with heartbeats, given to the task's next attempt.
//
// A report is stored under the lock of its claim, which is taken with SKIP LOCKED: so a heartbeat waits for
// nobody, and a task that ends takes its progress with it for good. A claim remembers whether a task of its
// has reported (queue.has_progress), and so does what goes back into the queue: where nobody reports, nobody
// looks.
#pragma once

#include "postgres/statement.hpp"

#include <optional>

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

/// What a task reported last: a jsonb in the current memory context.
std::optional<Datum> progress_of(int64_t state_id, int32_t task_index);

/// Removes what tasks have reported that have ended. Their claims are locked. Indexes by state.
void forget_progress(const std::map<int64_t, std::vector<int32_t>>& tasks);

/// Removes what tasks of ended runs have reported.
void forget_progress_of_ended_runs();

}  // namespace fanout
