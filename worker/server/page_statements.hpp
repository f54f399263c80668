// All that the status page asks the database, and tells it.
#pragma once

namespace fanout::worker_detail {

/// A statement that gives one JSON text. Times are ISO 8601, durations seconds.
struct page_statement {
    const char* sql;
    bool is_read_only = true;
};

namespace page_statements {

/// $1 flow, $2 status, or null: any. $3 and $4 the start and id of the run before the first one wanted, or null. Fifty runs
/// at most, the newest first, and whether there are more.
extern const page_statement runs;
/// The names of the flows there are.
extern const page_statement flows;
/// $1 a run's id: what there is of it but its failures. No row: there is no such run.
extern const page_statement run;
/// $1 a run's id: its first failures. No row: there is no such run.
extern const page_statement failures;
/// $1 a run's id: the first reasons why it isn't done yet, and how many there are. No row: there is no such run.
extern const page_statement reasons;
/// Queues, those that are paused and whether the page's role may pause them; limits and workers.
extern const page_statement system;
extern const page_statement health;
/// What changes something gives whether it did.
/// $1 a run's id; $2 a reason, or null.
extern const page_statement cancel_run;
extern const page_statement pause_run;
/// $1 a run's id; $2 whether what was collected as failed runs again, too; null: no.
extern const page_statement resume_run;
/// $1 a run's id.
extern const page_statement continue_run;
/// $1 a run's id; $2 a step; $3 a task's index.
extern const page_statement retry_task;
/// $1 a queue; $2 a reason, or null.
extern const page_statement pause_queue;
/// $1 a queue.
extern const page_statement continue_queue;

}  // namespace page_statements
}  // namespace fanout::worker_detail
