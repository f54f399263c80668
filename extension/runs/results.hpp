// What is kept of attempts that have ended: the rows of results, each for tasks one after the other that have
// ended together, and of failures, one a failed attempt. Nobody else writes them, and of the extension nobody else reads them.
#pragma once

#include "runs/state.hpp"
#include "runs/stored_ranges.hpp"

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

/// Inserts results of one generation. A task has one result: returns the places of those that had one before,
/// which is warned of.
///
/// @param results  of a claim one after the other, by their indexes
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

/// Of these tasks of a state those that have a result.
index_set indexes_with_result(int64_t state_id, int generation, const index_set::range& tasks);

/// Of these tasks of a pipelined state those whose items are there: that its source has ended with, or where it doesn't collect
/// failures, succeeded at.
index_set items_with_result(const step_state& state, const index_set::range& tasks);

/// Whether a task has succeeded; none where it has not ended.
std::optional<bool> has_succeeded(const step_state& state, int32_t task_index);

/// Takes back the results of these tasks. Returns those that had one.
index_set take_back_results(const step_state& state, const index_set& tasks);

/// Removes the results of tasks that failed, those of batches with items that did, and those of these tasks.
/// Returns whose. The failures stay; an attempt that had succeeded becomes one, so that the next one is another.
index_set remove_failed_results(const step_state& state, const std::vector<int32_t>& others);

/// Removes all results of a state. The failures stay.
void remove_results(const step_state& state);

/// How many items of a state's tasks have failed for good.
int32_t count_failed_items(const step_state& state);

/// Makes failures of the results of a state.
void fail_results(const step_state& state, const std::string& error);

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

/// Which attempt at a task is next, by its last one of these.
int16_t attempt_after(const std::map<int32_t, int16_t>& failed, const step_state& state, int32_t task_index);

/// The highest number of all attempts at a state's tasks that have ended; 0: none has.
int16_t highest_attempt(const step_state& state);

/// The outputs of all a state's tasks in the order of their indexes, of batches those of their items; that of
/// one that failed is JSON's null. None where results are missing, or there twice.
std::optional<Datum> array_of_outputs(const step_state& state);

/// Of the only tasks of single steps, by state; JSON's null where one has failed. Those that have no result
/// aren't in it.
std::map<int64_t, Datum> outputs_of_singles(const std::vector<const step_state*>& states);

/// Calls `receive` with each of these tasks that has a result and its output, none where it has failed, in
/// order, until it returns false. Returns those that have no result.
index_set read_outputs(int64_t state_id, int generation, const index_set::range& tasks,
                       const std::function<bool(const stored_value&)>& receive);

/// The tasks of a state whose results are counted; where it doesn't collect failures, those that have succeeded.
index_set counted_results(const step_state& state);

/// What a task that failed for good ended with.
struct end_of_task {
    std::string error;
    int attempts;  ///< that were begun
};

std::optional<end_of_task> final_failure(const step_state& state, int32_t task_index);

/// The last attempt at a task that has ended.
struct last_attempt {
    int32_t task_index;
    int16_t number;
    TimestampTz claimed_at, completed_at;
};

/// Of these tasks of a state, in ascending order, those that have ended.
std::vector<last_attempt> last_attempts(int64_t state_id, int generation, std::vector<int32_t> task_indexes);

/// The time that failed attempts at a task have taken.
struct failed_time {
    TimestampTz first_claimed_at = 0;  ///< 0: none was claimed
    int64_t microseconds = 0;
};

/// Of the attempts at this task before that one.
failed_time time_of_attempts_before(int64_t state_id, int generation, int32_t task_index, int16_t attempt);

/// How many tasks have a result.
int64_t count_results(int64_t state_id, int generation);

/// How many attempts at tasks have failed after which there was another one; `most` where there are more.
int64_t count_retries(int64_t state_id, int generation, int64_t most);

/// A query for the bytes of what is stored here by state, from a sample of the pages: state_id, generation,
/// bytes.
///
/// @param percentage  of the pages that is looked at, an expression
std::string sample_of_results(const std::string& percentage);
std::string sample_of_failures(const std::string& percentage);

/// Columns that partition_rows reads, by their places.
namespace result_column {
inline constexpr const char* names[] = {"first_index",  "last_index", "outputs", "claimed_at",
                                        "completed_at", "worker_id",  "attempt"};
enum : size_t { first_index, last_index, output, claimed_at, completed_at, worker_id, attempt };
}  // namespace result_column
namespace failure_column {
inline constexpr const char* names[] = {"task_index", "attempt", "error"};
enum : size_t { task_index, attempt, error };
}  // namespace failure_column

}  // namespace fanout
