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

/// Inserts a fan-out's tasks, stripes and queue rows, and marks it started: with no tasks it is left as it
/// was. The caller has locked the state.
spawned spawn_tasks(const step_state& state, TimestampTz now);

/// Gives single steps their task and puts that into the queue. They have no stripes: that their task has
/// ended says that it was the last.
void give_single_tasks(const std::vector<const step_state*>& states, TimestampTz now);

/// Does that, and marks them started. The caller has locked the states.
void start_singles(const std::vector<const step_state*>& states, TimestampTz now);

/// Puts a row for the engine's own work on a state ('start' or 'finish') into the queue.
void enqueue_internal(const step_state& state, const char* kind);

}  // namespace fanout
