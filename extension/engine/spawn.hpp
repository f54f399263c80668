// Starting a step: materializing its tasks and the queue rows that cover them.
#pragma once

#include "engine/stripes.hpp"

namespace fanout {

/// What a state has been given.
struct spawned {
    int32_t tasks;
    striping stripes;
};

/// Whether the tasks of a state are inserted in parts where they are many: the first of them with the step's
/// start, so that they can be worked at, and the others by a queue row of kind 'start', while they are. So it
/// is with the elements of an array, where nothing is lost by that: not where all of them are to wait, or go
/// by their order.
bool comes_in_parts(const step_state& state);

/// How much of a fan-out is spawned at once: all, or of one that comes in parts the first part.
enum class spawn_extent { whole, first_part };

/// Inserts a fan-out's tasks, stripes and queue rows, and marks it started: with no tasks it is left as it
/// was. The counters are always those of all tasks. The caller has locked the state.
spawned spawn_tasks(const step_state& state, TimestampTz now, spawn_extent extent);

/// How many of a started state's tasks are there, from the first one on.
int32_t spawned_tasks(const step_state& state);

/// Inserts the next part of a started state's tasks, and queue rows for them; where it has all, it does
/// nothing. The caller has locked the claim for that. Returns whether there are more.
bool spawn_next_part(const step_state& state, TimestampTz now);

/// Gives single steps their task and puts that into the queue. They have no stripes: that their task has
/// ended says that it was the last.
void give_single_tasks(const std::vector<const step_state*>& states, TimestampTz now);

/// Does that, and marks them started. The caller has locked the states.
void start_singles(const std::vector<const step_state*>& states, TimestampTz now);

}  // namespace fanout
