// Starting a step: materializing its tasks and the queue rows that cover them.
#pragma once

#include "state.hpp"

namespace fanout {

/// Above this many tasks a step is started and finished by a queue row of its own, not by the completion that
/// made it due: seconds of work and hundreds of megabytes must not hold anyone's locks.
inline constexpr int64_t inline_task_limit = 10000;

/// How many tasks a step will have. Throws invalid_source where a fan-out's source is no array.
int64_t count_tasks(const step_state& state);

/// Inserts the state's tasks, stripes and queue rows, and marks it started. The caller has locked the state.
void spawn_tasks(const step_state& state, int64_t count, TimestampTz now);

/// Puts a row for the engine's own work on a state ('start' or 'finish') into the queue.
void enqueue_internal(const step_state& state, const char* kind);

/// NOTIFYs where an idle worker serves this queue and handler. One NOTIFY a commit would cost more than half
/// of all commits, so nobody is called who isn't waiting.
void wake_idle_workers(const std::string& queue, const std::string& queue_handler);

}  // namespace fanout
