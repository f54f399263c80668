#include "calls/sql_tasks.hpp"

#include "engine/advance.hpp"
#include "engine/batch.hpp"
#include "engine/outcomes.hpp"
#include "flows/handler.hpp"
#include "flows/role.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/call_budget.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"
#include "postgres/function_caller.hpp"
#include "postgres/jsonb.hpp"
#include "postgres/owner_scope.hpp"
#include "postgres/patience.hpp"
#include "postgres/row_writer.hpp"
#include "queue/limit.hpp"
#include "queue/worker.hpp"
#include "runs/batch_size.hpp"
#include "runs/current_task.hpp"
#include "runs/task_input.hpp"
#include "runs/under_way.hpp"

#include <algorithm>
#include <climits>

namespace fanout {
namespace {

constexpr int64_t most_output_bytes = 64 << 20;

/// A locked claim with its state. Those of a batch are of one step: the first is the one that was asked for,
/// and the others go along.
struct batch_claim {
    const queue_row& row;
    const step_state& state;
};
using batch_claims = std::vector<batch_claim>;

/// What a batch is called with. The inputs are put together one at a time: a large context stands in each.
struct batch_task {
    const batch_claim& of;
    int32_t index;
    std::optional<Datum> item{}, context{};
};

/// Adds so many tasks of a claim at most, and takes what they have off the budget, of bytes.
void read_tasks(const batch_claim& c, int64_t count, int64_t& budget, std::vector<batch_task>& tasks) {
    index_set rest = c.row.indexes;
    const index_set wanted = rest.take(count);
    const std::optional<Datum> context = read_context(c.state);
    for_each_item(wanted, c.state, [&](const task_item& task) {
        batch_task& kept = tasks.emplace_back(batch_task{c, task.index, std::nullopt, context});
        if (!task.item) return false;
        if (task.errors) kept.context = add_errors(context, *task.errors);
        kept.item = plain_copy(*task.item);
        budget -= value_bytes(*kept.item);
        return budget > 0;
    });
    if (context) budget -= value_bytes(*context);
}

std::vector<batch_task> read_batch(const batch_claims& all, int64_t count) {
    std::vector<batch_task> result;
    int64_t budget = most_input_bytes;
    for (const batch_claim& c : all) {
        const int64_t room = count - static_cast<int64_t>(result.size());
        if (room <= 0 || budget <= 0) break;
        read_tasks(c, room, budget, result);
    }
    return result;
}

/// A bad output is the attempt's error, which takes back what the attempt wrote.
void check_output(const step_state& state, const std::optional<Datum>& item, Datum output) {
    if (state.batch_size == 1) return;
    const std::optional<std::string> error = batch_output_error(output, array_length(*item));
    if (error) raise(sqlstate::invalid_output, *error, "Return an element for every item, in their order.");
}

/// What has been done of a batch.
struct batch_progress {
    enum { preparing, calling, leaving } phase = preparing;  ///< leaving: what they have deferred runs
    std::vector<outcome> outcomes;

    bool failed_in_first_call() const { return phase == calling && outcomes.empty(); }
};

/// Calls the function for each task until the budget is spent.
void call_for_tasks(const step_definition& step, const std::vector<batch_task>& batch,
                    batch_progress& progress) {
    const call_budget budget;
    owner_scope scope(step.owner, step.where(), *step.sql_search_path);
    function_caller function(handler_function(*step.sql_function, step.owner, step.where()), step.timeout,
                             CurrentMemoryContext);
    int64_t output_budget = most_output_bytes;
    progress.phase = batch_progress::calling;
    for (const batch_task& t : batch) {
        const auto& [row, state] = t.of;
        const Datum input = jsonb_input(state, t.item, t.context);
        const current_task_scope who({state.run_id, state.step_slug, t.index, row.attempt});
        const Datum output = function.call(input);
        pfree(DatumGetPointer(input));
        check_output(state, t.item, output);
        progress.outcomes.push_back({row.queue_id, t.index, output, std::nullopt, false});
        output_budget -= static_cast<int64_t>(VARSIZE_ANY(DatumGetPointer(output)));
        if (output_budget <= 0 || budget.is_spent()) break;
    }
    progress.phase = batch_progress::leaving;
    function.leave(scope);
}

std::vector<claim_under_way> work_on(const batch_claims& all) {
    std::vector<claim_under_way> result;
    for (const auto& [row, state] : all) result.push_back({row.queue_id, state.run_id, state.flow_slug});
    return result;
}

/// Runs a batch in a subtransaction. Returns the error that rolled all of it back.
std::optional<pg_error> try_batch(const batch_claims& all, int64_t count, batch_progress& progress) {
    auto run = [&] {
        progress = {};
        const under_way work(work_on(all));
        const step_definition& step = all.front().state;
        check_handler_owner(step.owner, step.where());
        call_for_tasks(step, read_batch(all, count), progress);
    };
    return count == 1 ? subtransaction_despite_conflicts(run) : subtransaction(run);
}

/// What came of a batch: outcomes to be recorded, or after an error none and how many tasks to try next.
struct batch_end {
    std::vector<outcome> outcomes;
    int64_t next_count = 0;
};

/// How many tasks to try next, after an error of so many. 0: it is the first one's.
int64_t count_after_error(int64_t count, const batch_progress& progress) {
    const auto returned = static_cast<int64_t>(progress.outcomes.size());
    if (progress.phase == batch_progress::preparing) return count / 2;
    // Whose deferred triggers failed isn't known; but those of tasks that weren't called didn't. Which call
    // failed is; but those before it may be why, so they go first.
    return progress.phase == batch_progress::leaving ? returned / 2 : returned;
}

batch_end end_of_batch(const batch_claims& all, int64_t count) {
    batch_progress progress;
    const std::optional<pg_error> error = try_batch(all, count, progress);
    if (!error) return {std::move(progress.outcomes)};
    const auto& [first, state] = all.front();
    if (count > 1 && error->has_sqlstate("40P01")) {
        note_deadlock(state, static_cast<int64_t>(progress.outcomes.size()));
        return {{}, most_tasks_a_batch(state)};
    }
    // A conflict is no failure until it has come again and again, and what the other claims are under way for
    // may have been refused to the first. But what took too long isn't tried again to be sure.
    const bool may_succeed_alone = error->is_conflict() || all.size() > 1;
    if (count > 1 && progress.failed_in_first_call() && may_succeed_alone &&
        !error->has_sqlstate(sqlstate::task_timeout))
        return end_of_batch({all.front()}, 1);
    if (const int64_t next = count_after_error(count, progress); next > 0) return {{}, next};
    const int32_t index = first.indexes.ranges().front().lo;
    return {{{first.queue_id, index, 0, error->description(), error->has_sqlstate(sqlstate::final_error)}}};
}

/// Not a failure of tasks, which a step may collect or try again: nothing of this step can run.
void fail_step_without_owner(const queue_row& c, const step_state& state) {
    change_set changes;
    changes.states[c.state_id].error =
        owner_is_gone(state.owner) + ": fanout.reassign_flows gives it to another (SQLSTATE PFOWN)";
    delete_claims({c.queue_id});
    release_slots({{c.state_id, c.indexes.size()}});
    advance(changes, advance_mode::short_work);
}

/// The claim, and those of the others that can go along: of a task that has taken a worker down nothing else
/// may be in doubt.
batch_claims claims_of_batch(const claims& held, const step_states& states, int64_t claim_id,
                             const std::vector<int64_t>& others) {
    const queue_row& first = held.at(claim_id);
    batch_claims result{{first, states.at(first.state_id)}};
    if (first.crashed) return result;
    for (int64_t id : others) {
        const auto found = held.find(id);
        if (found == held.end() || id == claim_id) continue;
        const auto state = states.find(found->second.state_id);
        if (state != states.end() && state->second.run_is_live)
            result.push_back({found->second, state->second});
    }
    return result;
}

int64_t tasks_of(const batch_claims& all) {
    int64_t result = 0;
    for (const batch_claim& c : all) result += c.row.indexes.size();
    return result;
}

/// Runs a batch of these claims and records it.
batch_result run_batch(claims& held, const batch_claims& all, int32_t max_tasks) {
    const auto& [first, state] = all.front();
    const int64_t most = most_tasks_a_batch(state);
    const int64_t count = std::clamp<int64_t>(std::min<int64_t>(max_tasks, tasks_of(all)), 1, most);
    batch_end batch = end_of_batch(all, count);
    const auto done = static_cast<int32_t>(batch.outcomes.size());
    if (done == 0) return {0, first.indexes.size(), static_cast<int32_t>(batch.next_count)};
    change_set changes;
    patience waits;
    settle(held, std::move(batch.outcomes), changes, waits);
    const bool failed_alone = count == 1 && !changes.states.empty();
    batch_result result{done, first.indexes.size(),
                        failed_alone ? 1 : static_cast<int32_t>(std::min(int64_t{done} * 2, most))};
    for (const batch_claim& c : all) {
        if (c.row.indexes.empty()) result.finished.push_back(c.row.queue_id);
    }
    return result;
}

}  // namespace

batch_result run_sql_batch(const worker& w, claims& held, int64_t claim_id,
                           const std::vector<int64_t>& others, int32_t max_tasks) {
    const queue_row& c = held.at(claim_id);
    const step_state state = load_state(c.state_id);
    if (!state.run_is_live) {
        delete_claims({claim_id});
        patience waits;
        release_slots({{c.state_id, c.indexes.size()}}, &waits);
        return {0, 0, 1, {claim_id}};
    }
    if (!role_exists(state.owner)) {
        fail_step_without_owner(c, state);
        return {0, 0, 1, {claim_id}};
    }
    claims along = lock_claims_of_step(w.worker_id, others, state.step_id);
    step_states states = states_of(along);
    states.emplace(c.state_id, state);
    held.merge(std::move(along));
    return run_batch(held, claims_of_batch(held, states, claim_id, others), max_tasks);
}

namespace {

/// The claim to work on: the one named, or the worker's oldest of SQL tasks. None: nothing left.
std::optional<int64_t> choose_claim(const worker& w, const call& c) {
    static statement oldest("SELECT min(queue_id) FROM fanout.queue WHERE worker_id = $1 AND handler = $2",
                            {INT8OID, TEXTOID});
    if (!c.is_null(1)) return c.int8(1);
    rows found = oldest.run({param::int8(w.worker_id), param::text(sql_queue_handler)});
    if (found.is_null(0, 1)) return std::nullopt;
    return found.int8(0, 1);
}

}  // namespace
}  // namespace fanout

using namespace fanout;

/// run_sql_tasks(worker_id bigint, claim_id bigint, max_tasks int, others bigint[]) returns (done int,
/// remaining int, next_max int, finished bigint[])
FANOUT_FUNCTION(fanout_run_sql_tasks) {
    row_writer writer(call);
    call.require({{0, "worker_id"}, {3, "others"}}, "run_sql_tasks");
    check_callers_constraints(call.caller);
    const worker w = load_worker(call.int8(0), call.caller);
    batch_result result{0, 0, 1};
    if (std::optional<int64_t> claim_id = choose_claim(w, call)) {
        claims held = lock_claim(w.worker_id, *claim_id);
        if (held.empty() || executor_of(held.begin()->second) != claim_executor::sql) {
            raise(sqlstate::stale_claim,
                  "claim " + std::to_string(*claim_id) + " is not this worker's SQL claim",
                  "It was taken back or is finished: drop it.");
        }
        result = run_sql_batch(w, held, *claim_id, int8_elements(call.datum(3)),
                               call.is_null(2) ? PG_INT32_MAX : call.int4(2));
    }
    writer.write({Int32GetDatum(result.done), Int32GetDatum(static_cast<int32_t>(result.remaining)),
                  Int32GetDatum(result.next_max), param::int8_array(result.finished).datum},
                 {false, false, false, false});
    return 0;
}
