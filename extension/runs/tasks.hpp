// The rows of tasks: which tasks a state has, with their items. Nobody else writes them, and of the extension
// nobody else reads them.
#pragma once

#include "plain/index_set.hpp"
#include "postgres/index_scan.hpp"
#include "runs/state.hpp"

namespace fanout {

/// Tasks one after the other, or items.
struct task_range {
    int32_t first, end;
};

/// How rows are found whose key is (state_id, task_index): by the state, the first index and the one behind the
/// last.
inline const std::vector<index_condition> keyed_by_task = {{1, BTEqualStrategyNumber, F_INT8EQ},
                                                           {2, BTGreaterEqualStrategyNumber, F_INT4GE},
                                                           {2, BTLessStrategyNumber, F_INT4LT}};

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

/// Of those of these tasks that are there: the index, and the item.
found_rows items_of(const step_state& state, const index_set::range& tasks);

/// All tasks that a state has, in order.
std::vector<int32_t> indexes_of_tasks(const step_state& state);

/// A query for the bytes of what is stored here by state, as sample_of_results.
std::string sample_of_items(const std::string& percentage);

/// Columns that partition_rows reads, by their places.
namespace item_column {
inline constexpr const char* names[] = {"task_index", "item"};
enum : size_t { task_index, item };
}  // namespace item_column

/// Removes those of a run.
void remove_tasks(const pg_uuid_t& run_id, int generation);

}  // namespace fanout
