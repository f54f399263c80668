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
/// Queues, limits and workers.
extern const page_statement system;
extern const page_statement health;
/// $1 a run's id. Gives whether that changed anything.
extern const page_statement cancel;
extern const page_statement resume;

}  // namespace page_statements
}  // namespace fanout::worker_detail
