// How long runs are kept, and what becomes of what they have left: for maintain.
#pragma once

#include "postgres/statement.hpp"

namespace fanout {

/// Removes ended runs whose time is up, by fanout.retention, fanout.retention_failed or what their flow says,
/// for about fanout.call_budget.
void remove_expired_runs(TimestampTz now);

/// Has new runs start in another generation when it is time, copies what is kept to the current one out of
/// those that are mostly garbage, and truncates those that no run is in. The last that a transaction does:
/// readers of a truncated generation wait for its end.
void turn_generations(TimestampTz now);

}  // namespace fanout
