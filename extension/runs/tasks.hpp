// The rows of tasks: which tasks a state has, with their items. Nobody else writes them.
#pragma once

#include "runs/state.hpp"

namespace fanout {

/// Tasks one after the other, or items.
struct task_range {
    int32_t first, end;
};

/// Inserts the only tasks of single steps, of one generation. They have no items.
void insert_only_tasks(const std::vector<int64_t>& state_ids, int generation);

/// Inserts tasks for a part of an array's elements, the items of which the first is that of the task
/// `first_task`.
void insert_elements(const step_state& state, Datum array, int32_t first_task, const task_range& part);

/// The same for items one by one, each a jsonb.
void insert_items(const step_state& state, const std::vector<Datum>& items, int32_t first_task);

/// The first index at which a state has no task yet.
int32_t count_tasks(const step_state& state);

/// How many items these tasks of a state of batches have.
std::map<int32_t, int32_t> batch_lengths(const step_state& state, const std::vector<int32_t>& task_indexes);

}  // namespace fanout
