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

/// What a batch is called with. The inputs are put together one at a time: a large context stands in each.
struct batch_task {
    int32_t index;
    std::optional<Datum> item, context;
};

std::vector<batch_task> read_batch(const queue_row& c, const step_state& state, int64_t count) {
    index_set rest = c.indexes;
    const index_set wanted = rest.take(count);
    const std::optional<Datum> context = read_context(state);
    std::vector<batch_task> result;
    int64_t budget = most_input_bytes;
    for_each_item(wanted, state, [&](const task_item& task) {
        batch_task& kept = result.emplace_back(batch_task{task.index, std::nullopt, context});
        if (!task.item) return false;
        if (task.errors) kept.context = add_errors(context, *task.errors);
        kept.item = plain_copy(*task.item);
        budget -= value_bytes(*kept.item);
        return budget > 0;
    });
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
    std::vector<outcome> outcomes;
    bool all_have_returned = false;  ///< what is left to do is what they have deferred
};

/// Calls the function for each task until the budget is spent.
void call_for_tasks(const step_state& state, const std::vector<batch_task>& batch, batch_progress& progress,
                    const queue_row& c) {
    const call_budget budget;
    owner_scope scope(state.owner, state.where(), *state.sql_search_path);
    function_caller function(handler_function(*state.sql_function, state.owner, state.where()), state.timeout,
                             CurrentMemoryContext);
    int64_t output_budget = most_output_bytes;
    for (const batch_task& t : batch) {
        const Datum input = jsonb_input(state, t.item, t.context);
        const current_task_scope who({state.run_id, state.step_slug, t.index, c.attempt});
        const Datum output = function.call(input);
        pfree(DatumGetPointer(input));
        check_output(state, t.item, output);
        progress.outcomes.push_back({c.claim_id, t.index, output, std::nullopt, false});
        output_budget -= static_cast<int64_t>(VARSIZE_ANY(DatumGetPointer(output)));
        if (output_budget <= 0 || budget.is_spent()) break;
    }
    progress.all_have_returned = true;
    function.leave(scope);
}

/// Runs a batch in a subtransaction. Returns the error that rolled all of it back.
std::optional<pg_error> try_batch(const queue_row& c, const step_state& state, int64_t count,
                                  batch_progress& progress) {
    auto run = [&] {
        progress = {};
        check_handler_owner(state.owner, state.where());
        call_for_tasks(state, read_batch(c, state, count), progress, c);
    };
    return count == 1 ? subtransaction_despite_conflicts(run) : subtransaction(run);
}

/// What came of a batch: outcomes to be recorded, or after an error none and how many tasks to try next.
struct batch_end {
    std::vector<outcome> outcomes;
    int64_t next_count = 0;
};

/// How many tasks to try next, after an error of so many. 0: it is the first one's.
int64_t count_after_error(const pg_error& error, int64_t count, const batch_progress& progress) {
    const auto returned = static_cast<int64_t>(progress.outcomes.size());
    if (!error.has_sqlstate(sqlstate::task_timeout)) return count / 2;
    // Which task took too long is known: looking for it by halves would take its time again and again. Whose
    // deferred triggers did isn't; but those of tasks that weren't called didn't.
    return progress.all_have_returned ? returned / 2 : returned;
}

batch_end end_of_batch(const queue_row& c, const step_state& state, int64_t count) {
    batch_progress progress;
    const std::optional<pg_error> error = try_batch(c, state, count, progress);
    if (!error) return {std::move(progress.outcomes)};
    if (count > 1 && error->has_sqlstate("40P01")) {
        note_deadlock(state, static_cast<int64_t>(progress.outcomes.size()));
        return {{}, most_tasks_a_batch(state)};
    }
    if (const int64_t next = count_after_error(*error, count, progress); next > 0) return {{}, next};
    const int32_t index = c.indexes.ranges().front().lo;
    return {{{c.claim_id, index, 0, error->description(), error->has_sqlstate(sqlstate::final_error)}}};
}

/// Not a failure of tasks, which a step may collect or try again: nothing of this step can run.
void fail_step_without_owner(const queue_row& c, const step_state& state) {
    change_set changes;
    changes.states[c.state_id].error =
        owner_is_gone(state.owner) + ": fanout.reassign_flows gives it to another (SQLSTATE PFOWN)";
    delete_claims({c.claim_id});
    release_slots({{c.state_id, c.indexes.size()}});
    advance(changes, advance_mode::short_work);
}

}  // namespace

batch_result run_sql_batch(claims& held, int64_t claim_id, int32_t max_tasks) {
    const queue_row& c = held.at(claim_id);
    const step_state state = load_state(c.state_id);
    if (!state.run_is_live) {
        delete_claims({claim_id});
        patience waits;
        release_slots({{c.state_id, c.indexes.size()}}, &waits);
        return {0, 0, 1};
    }
    if (!role_exists(state.owner)) {
        fail_step_without_owner(c, state);
        return {0, 0, 1};
    }
    const under_way work(claim_id, state.run_id, state.flow_slug);
    const int64_t most = most_tasks_a_batch(state);
    const int64_t count = std::clamp<int64_t>(std::min<int64_t>(max_tasks, c.indexes.size()), 1, most);
    batch_end batch = end_of_batch(c, state, count);
    const auto done = static_cast<int32_t>(batch.outcomes.size());
    if (done == 0) return {0, c.indexes.size(), static_cast<int32_t>(batch.next_count)};
    change_set changes;
    patience waits;
    settle(held, std::move(batch.outcomes), changes, waits);
    const bool failed_alone = count == 1 && !changes.states.empty();
    return {done, held.at(claim_id).indexes.size(),
            failed_alone ? 1 : static_cast<int32_t>(std::min(int64_t{done} * 2, most))};
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

/// run_sql_tasks(worker_id bigint, claim_id bigint, max_tasks int) returns (done int, remaining int, next_max
/// int)
FANOUT_FUNCTION(fanout_run_sql_tasks) {
    row_writer writer(call);
    call.require({{0, "worker_id"}}, "run_sql_tasks");
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
        result = run_sql_batch(held, *claim_id, call.is_null(2) ? PG_INT32_MAX : call.int4(2));
    }
    writer.write({Int32GetDatum(result.done), Int32GetDatum(static_cast<int32_t>(result.remaining)),
                  Int32GetDatum(result.next_max)},
                 {false, false, false});
    return 0;
}
