// The rows of the foreign table fanout.task_rows, from which the view step_tasks reads: the tasks that the
// current user may see, each with what tasks, results and failures have of it.
//
// They come from a foreign data wrapper because nothing else tells PostgreSQL's planner what the readers of
// the view need: that they are in the order of run, step and index, so that the first 20 of a million tasks
// are not a sort of all of them (of a join it can't know, even where the outer side is one row); that
// `task_index = n` says where to begin; and what it costs, for which no statistics are asked.
//
// fanout.task_states says what the tasks of each step of a run have in common. Then the partitions of its
// generation are read along their keys, side by side.
#pragma once

#include "runs/partition_rows.hpp"

namespace fanout {

/// The columns of fanout.task_rows that are looked at. Those before task_index come from fanout.task_states.
namespace task_column {
enum : AttrNumber {
    run_id = 1,
    step_slug,
    state_id,
    generation,
    total_tasks,
    source_state_id,
    has_failures,
    task_index = 23,
    item,
    claimed_at,
    completed_at,
    worker_id,
    attempt,
    output,
    failed_attempt,
    error,
    last = error,
};
}

/// What a query says about the tasks that are looked for: those with a result alone, perhaps, and whether it
/// reads their items.
enum class task_bound : int { run, step, below, up_to, at, from, above, with_result, without_item };

}  // namespace fanout
