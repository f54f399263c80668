#include "runs/missing_rows.hpp"

#include "plain/sqlstates.hpp"
#include "runs/results.hpp"
#include "runs/tasks.hpp"

namespace fanout {
namespace {

/// As in `3, 7 to 9`; of many the first.
std::string list_of(const index_set& indexes) {
    constexpr size_t most = 20;
    std::string list;
    size_t count = 0;
    for (const index_set::range& r : indexes.ranges()) {
        if (count++ == most) return list + ", …";
        list += (list.empty() ? "" : ", ") + std::to_string(r.lo);
        if (r.hi - r.lo > 1) list += " to " + std::to_string(r.hi - 1);
    }
    return list;
}

/// Those of the step's tasks that are not among these.
index_set missing_from(const index_set& there, const step_state& state) {
    index_set missing(0, state.total_tasks);
    missing.remove(there.elements());
    return missing;
}

[[noreturn]] void raise_missing(const char* what, const step_state& state, const index_set& missing,
                                const char* hint) {
    raise(sqlstate::rows_missing,
          state.where() + ": the " + what + " of " + std::to_string(missing.size()) + " of its " +
              std::to_string(state.total_tasks) + " tasks are missing: " + list_of(missing),
          hint);
}

/// Where all tasks have a result.
[[noreturn]] void raise_other_rows(const step_state& state, const index_set& missing_items) {
    if (!missing_items.empty()) raise_missing_items(state, missing_items);
    raise(sqlstate::rows_missing,
          state.where() + ": there are several results of one task, or of tasks that it doesn't have",
          "Something has written rows of fanout.results: start another run.");
}

}  // namespace

void raise_missing_results(const step_state& state) {
    const index_set missing =
        missing_from(indexes_with_result(state.state_id, state.generation, {0, INT32_MAX}), state);
    if (missing.empty()) raise_other_rows(state, missing_from(indexes_of_tasks(state), state));
    // What is put together when it is asked for may be of a step that has long ended.
    raise_missing(
        "results", state, missing,
        state.status == step_status::completed
            ? "Something has removed rows of fanout.results since the step has completed: start another run."
            : "Something has removed rows of fanout.results. fanout.resume_run runs these tasks again.");
}

void raise_missing_items(const step_state& state, const index_set& missing) {
    raise_missing(
        "items", state, missing,
        "Something has removed rows of fanout.tasks, or of the results that they are: start another run.");
}

std::string missing_batch_error() {
    return "the items of its batch are missing (SQLSTATE " + std::string(sqlstate::rows_missing) +
           "): something has removed rows of fanout.tasks";
}

std::string missing_result_error() {
    return "the result of its task is missing (SQLSTATE " + std::string(sqlstate::rows_missing) + ")";
}

}  // namespace fanout
