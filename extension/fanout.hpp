// Starting a step: materializing its tasks and the queue rows that cover them.
#pragma once

#include "state.hpp"

namespace fanout {

/// Above this many tasks a step is started and finished by a queue row of its own, not by the completion that
/// made it due: seconds of work and hundreds of megabytes must not hold anyone's locks.
inline constexpr int64_t inline_task_limit = 10000;

/// A few stripes, so that many workers do not meet on one counter and one queue row. Stripe i has the tasks
/// from i · width on.
struct striping {
    int32_t width, count;
};

/// Inserts a state's counters of `tasks` tasks.
void insert_stripes(int64_t state_id, const striping& stripes, int32_t tasks);

/// What a state has been given.
struct spawned {
    int32_t tasks;
    striping stripes;
};

/// Inserts the state's tasks, stripes and queue rows, and marks it started: with no tasks it is left as it
/// was. The caller has locked the state.
spawned spawn_tasks(const step_state& state, TimestampTz now);

/// Puts a row for the engine's own work on a state ('start' or 'finish') into the queue.
void enqueue_internal(const step_state& state, const char* kind);

/// NOTIFYs where an idle worker serves this queue and handler. One NOTIFY a commit would cost more than half
/// of all commits, so nobody is called who isn't waiting.
void wake_idle_workers(const std::string& queue, const std::string& queue_handler);

}  // namespace fanout
