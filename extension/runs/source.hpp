// Where the items of a fan-out come from, and making tasks of them.
#pragma once

#include "runs/tasks.hpp"

namespace fanout {

/// How many items a fan-out over an array will have. Throws invalid_source where its source is none. Not for
/// one whose source is evaluated: its items are known when they have been read.
int64_t count_items(const step_state& state);

/// Inserts the tasks of a fan-out, with their items; returns how many items there are. Throws invalid_source
/// where the source is no array, and task_timeout where it is evaluated for longer than the step's timeout.
int64_t insert_all_items(const step_state& state);

/// The array over which a state fans out, whose elements are its tasks' items one by one, read once.
class source_array {
public:
    /// Throws invalid_source where the state's source is no array.
    explicit source_array(const step_state& state);

    int32_t size() const { return size_; }
    /// Inserts the tasks of these elements.
    void insert_tasks(const task_range& part) const;

private:
    const step_state& state_;
    Datum items_;
    int32_t size_;
};

/// Inserts tasks for the elements of an array, from the task `first_task` on.
void insert_array(const step_state& state, Datum items, int32_t first_task);

}  // namespace fanout
