#include "engine/rerun.hpp"

#include "engine/family.hpp"
#include "engine/retry_budget.hpp"
#include "engine/stripes.hpp"
#include "flows/handler.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/multirange.hpp"
#include "postgres/settings.hpp"
#include "runs/progress.hpp"
#include "runs/results.hpp"
#include "runs/tasks.hpp"

#include <algorithm>

namespace fanout {
namespace {

/// A child run and the task that it was started for.
struct child {
    int32_t index;
    int16_t attempt;
};

/// Children of tasks that are about to be others, which would only go on with what those were made of. All have ended with
/// their run, but for those that were locked at its end.
std::vector<child> release_children(const step_state& state, const index_set& tasks) {
    static statement find(
        "SELECT c.run_id, c.status = 'started', c.parent_index, c.parent_attempt FROM fanout.runs c "
        "WHERE c.parent_state_id = $1 AND $2 @> c.parent_index",
        {INT8OID, INT4MULTIRANGEOID});
    std::vector<child> result;
    if (!state.handler.starts_with(child_handler_prefix) || tasks.empty()) return result;
    rows found = find.run({param::int8(state.state_id), param::datum(multirange_datum(tasks))});
    for (size_t i = 0; i < found.size(); ++i) {
        if (found.boolean(i, 2)) {
            raise(sqlstate::still_stopping,
                  "run " + uuid_text(found.uuid(i, 1)) + ", a child run of " + state.where() +
                      ", still goes on",
                  "Try again once it is cancelled.");
        }
        result.push_back({found.int4(i, 3), found.int2(i, 4)});
    }
    if (result.empty()) return result;
    for (const index_set::range& r : tasks.ranges()) detach_children(state.state_id, r);
    return result;
}

/// Releases the children of tasks that go on. A child's id is that of the attempt: the next one is to have another.
void replace_children(const step_state& state, const index_set& tasks, const char* reason) {
    for (const child& c : release_children(state, tasks)) {
        insert_failure(state.generation, {state.state_id, 0, 0, c.index, c.attempt}, {false, false, reason},
                       engine_clock());
    }
}

}  // namespace

index_set take_back_failed(const step_state& state, const std::vector<int32_t>& changed) {
    index_set ended = remove_failed_results(state, changed);
    if (changed.empty()) return ended;
    forget_progress({{state.state_id, changed}});
    replace_children(state, index_set::of(changed), "what it was made of had failed");
    return ended;
}

void take_back_step(const step_state& state) {
    static statement write(
        "UPDATE fanout.step_states SET status = 'created', open_stripes = 0, stripe_width = NULL, total_tasks = NULL, "
        "    total_items = NULL, failed_items = 0, is_open = false, next_index = NULL, has_bad_source = NULL, "
        "    has_own_input = NULL, retries_alone = NULL, first_attempt = $2, output = NULL, error = NULL, "
        "    started_at = NULL, completed_at = NULL WHERE state_id = $1",
        {INT8OID, INT2OID});
    // One that was under way when the run ended has left nothing.
    const int unknown = state.status == step_status::completed ? 0 : 1;
    int last = std::max<int>(highest_attempt(state) + unknown, state.first_attempt - 1);
    for (const child& c : release_children(state, {0, std::max(state.total_tasks, 1)}))
        last = std::max<int>(last, c.attempt);
    remove_results(state);
    remove_tasks(state);
    remove_progress({state.state_id});
    remove_stripes({state.state_id});
    remove_retry_budgets({state.state_id});
    write.run({param::int8(state.state_id), param::int2(static_cast<int16_t>(last + 1))});
}

void give_up_children(const step_state& state) {
    static statement find(
        "SELECT parent_index FROM fanout.runs WHERE parent_state_id = $1 AND status <> 'completed' ORDER BY 1",
        {INT8OID});
    rows found = find.run({param::int8(state.state_id)});
    std::vector<int32_t> tasks;
    for (size_t i = 0; i < found.size(); ++i) tasks.push_back(found.int4(i, 1));
    std::erase_if(tasks, [&](int32_t index) { return has_succeeded(state, index) == true; });
    replace_children(state, index_set::of(tasks), "its step has another handler since");
}

void forget_output(const step_state& state) {
    static statement write("UPDATE fanout.step_states SET output = NULL WHERE state_id = $1", {INT8OID});
    write.run({param::int8(state.state_id)});
}

}  // namespace fanout
