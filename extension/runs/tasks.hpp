// The rows of tasks: which tasks a state has, with their items. Nobody else writes them, and of the extension
// nobody else reads them.
#pragma once

#include "runs/state.hpp"
#include "runs/stored_ranges.hpp"

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

/// Calls `receive` with each of these tasks that is there and its item, in order, until it returns false.
/// Returns those that aren't.
index_set read_items(const step_state& state, const index_set::range& tasks,
                     const std::function<bool(const stored_value&)>& receive);

/// Gives a task another item; that of a single step, which has none, its whole input.
void replace_item(const step_state& state, int32_t task_index, Datum item);

/// All tasks that a state has.
index_set indexes_of_tasks(const step_state& state);

/// A query for the bytes of what is stored here by state, as sample_of_results.
std::string sample_of_items(const std::string& percentage);

/// Columns that partition_rows reads, by their places.
namespace item_column {
inline constexpr const char* names[] = {"first_index", "last_index", "items"};
enum : size_t { first_index, last_index, item };
}  // namespace item_column

}  // namespace fanout
