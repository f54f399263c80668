// The settings `fanout.*`, and the clock that one of them moves. What a ceiling is set by stands with the
// ceilings.
#pragma once

#include "postgres/postgres_api.hpp"

namespace fanout {

/// Defines them.
void define_settings();

/// The time by which leases, retries and timeouts are judged: the wall clock, moved by fanout.clock_offset.
TimestampTz engine_clock();

/// fanout.lease and fanout.heartbeat_interval, in microseconds.
int64_t lease_us();
int64_t heartbeat_interval_us();

/// fanout.retention and fanout.retention_failed, in minutes; -1: for ever.
int retention_minutes();
int retention_failed_minutes();

/// fanout.max_depth: how many levels of child runs there may be.
int max_depth();

/// fanout.row_bytes: how long the array of several tasks' values may be in one row of tasks or results. A row of
/// 8,160 bytes takes a page for itself; its other columns and its head take less than the rest.
int most_range_bytes();

/// fanout.inline_tasks: what is long of a step of more tasks is done by queue rows of its own, not by the
/// call that made it due: seconds of work and hundreds of megabytes must not hold anyone's locks.
int32_t inline_task_limit();

/// fanout.call_budget, in microseconds: a tenth of a second.
int64_t call_budget_us();

/// fanout.lock_patience, in microseconds: a tenth of a second.
int64_t lock_patience_us();

/// fanout.superuser_handlers.
bool superuser_handlers_allowed();

}  // namespace fanout
