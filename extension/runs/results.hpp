// What is kept of attempts that have ended: the rows of results, one a task that has ended, and of failures,
// one a failed attempt. Nobody else writes them.
#pragma once

#include "plain/index_set.hpp"
#include "runs/state.hpp"

namespace fanout {

/// What a task that has succeeded gave.
struct new_result {
    int64_t state_id;
    TimestampTz claimed_at;
    int64_t worker_id;
    int32_t task_index;
    int16_t attempt;
    Datum output;  ///< jsonb
};

/// Inserts results of one generation. A task has one result: returns the positions of those that had one
/// before.
std::vector<size_t> insert_results(int generation, const std::vector<new_result>& results, TimestampTz now);

/// An attempt that has failed.
struct failed_attempt {
    int64_t state_id;
    TimestampTz claimed_at;
    int64_t worker_id;  ///< 0: nobody has claimed it, and claimed_at doesn't count
    int32_t task_index;
    int16_t attempt;
};

/// What an attempt failed with.
struct failure {
    bool is_last;     ///< the task is not tried again
    bool said_final;  ///< and it was said that it isn't to be
    std::string error;
};

/// An attempt that has failed before leaves its row as it is.
void insert_failure(int generation, const failed_attempt& of, const failure& what, TimestampTz now);

/// Inserts the result, without an output, of a task that has failed for good. Returns whether it is new.
bool insert_failed_result(int generation, const failed_attempt& of, TimestampTz now);

/// What is recorded of one attempt at one task.
struct recorded_attempt {
    int32_t task_index;
    bool has_result;  ///< whether it has ended its task
    std::optional<Datum> output{};
    std::string error{};
    bool said_final = false;
};

/// Of that attempt at these tasks, in their order.
std::vector<recorded_attempt> recorded_attempts(const step_state& state, int16_t attempt,
                                                const std::vector<int32_t>& task_indexes);

bool has_result(const step_state& state);

/// The tasks of a state that have a result, in order.
///
/// @param end   the first index that isn't looked at any more; none: all are
/// @param most  how many of them at most
std::vector<int32_t> indexes_with_result(int64_t state_id, int generation, int32_t first,
                                         std::optional<int32_t> end, std::optional<int32_t> most);

/// Removes the results of tasks that failed, those of batches with items that did, and those of these tasks.
/// Returns whose. The failures stay.
std::vector<int32_t> remove_failed_results(const step_state& state, const std::vector<int32_t>& others);

/// Makes failures of the results of a state.
void fail_results(int64_t state_id, int generation, const std::string& error);

/// A set of tasks without a result, that are to be tried in one attempt.
struct missing_tasks {
    int32_t stripe;
    int16_t attempt;
    bool has_progress;  ///< whether one of them may have reported
    index_set indexes;
};

/// Of a state's first `tasks` tasks, by stripe and attempt, those without a result. Attempts go on counting. Of
/// a pipelined state only those whose items are there.
std::vector<missing_tasks> find_missing_tasks(const step_state& state, int32_t tasks);

/// How many of a state's first `tasks` tasks have no result, by stripe.
std::map<int32_t, int32_t> count_missing_tasks(const step_state& state, int32_t tasks, int32_t stripe_width);

/// The last attempts that failed at tasks from `first` to `last`; of those without one nothing.
std::map<int32_t, int16_t> failed_attempts(const step_state& state, int32_t first, int32_t last);

}  // namespace fanout
