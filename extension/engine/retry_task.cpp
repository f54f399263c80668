#include "engine/retry_task.hpp"

#include "engine/advance.hpp"
#include "engine/family.hpp"
#include "engine/resume.hpp"
#include "engine/run_end.hpp"
#include "engine/stripes.hpp"
#include "flows/flow.hpp"
#include "flows/handler.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/datum.hpp"
#include "postgres/jsonb.hpp"
#include "postgres/settings.hpp"
#include "queue/claims.hpp"
#include "queue/limit.hpp"
#include "queue/queue_writer.hpp"
#include "queue/row_of_task.hpp"
#include "queue/rows_of_runs.hpp"
#include "runs/progress.hpp"
#include "runs/results.hpp"
#include "runs/task_input.hpp"
#include "runs/tasks.hpp"
#include "runs/tolerance.hpp"

namespace fanout {
namespace {

// -- another input --

[[noreturn]] void bad_input(const given_task& task, const std::string& problem, const std::string& hint) {
    bad_option("retry_task: " + task.where(), "input " + problem, hint);
}

/// The item in an input, beside which there may be what the step's tasks have in common.
Datum item_of_input(const given_task& task, Datum input) {
    static statement take(
        "SELECT CASE WHEN jsonb_typeof($1) = 'object' THEN $1 -> $2 END, "
        "       CASE WHEN jsonb_typeof($1) = 'object' THEN coalesce($3, '{}') @> ($1 - $2) END",
        {JSONBOID, TEXTOID, JSONBOID});
    const std::string key = task.state.batch_size > 1 ? "items" : "item";
    const std::optional<Datum> context = read_context(task.state);
    const rows found =
        take.run({param::datum(input), param::text(key), context ? param::datum(*context) : param::null()});
    if (found.is_null(0, 1)) {
        bad_input(task, "has no \"" + key + "\"",
                  "Give it as fanout.step_tasks shows it: {\"" + key + "\": ...}.");
    }
    if (!found.boolean(0, 2)) {
        bad_input(task, "has something else than \"" + key + "\" that is not as it was",
                  "What the tasks of a step have in common can't be changed for one of them.");
    }
    return plain_copy(found.datum(0, 1));
}

void check_batch(const given_task& task, Datum items) {
    const std::map<int32_t, int32_t> lengths = batch_lengths(task.state, {task.index});
    const auto length = lengths.find(task.index);
    if (length == lengths.end() || array_length(items) == length->second) return;
    bad_input(task, "has not the " + std::to_string(length->second) + " items of the batch",
              "Give as many: results are counted by items.");
}

void write_own_input(const given_task& task, Datum input) {
    static statement note("UPDATE fanout.step_states SET has_own_input = true WHERE state_id = $1",
                          {INT8OID});
    static statement is_object("SELECT jsonb_typeof($1) = 'object'", {JSONBOID});
    if (!is_object.run({param::datum(input)}).boolean(0, 1))
        bad_input(task, "is no object", "Give it as fanout.step_tasks shows it.");
    replace_item(task.state, 0, input);
    note.run({param::int8(task.state.state_id)});
}

void change_input(const given_task& task, const std::optional<Datum>& input) {
    if (!input) return;
    if (task.state.pipelined_state_id)
        bad_input(task, "is given, but its items are what another step gave", "Retry it without.");
    if (!task.state.is_fanout) {
        write_own_input(task, *input);
    } else {
        const Datum item = item_of_input(task, *input);
        if (task.state.batch_size > 1) check_batch(task, item);
        replace_item(task.state, task.index, item);
    }
    // A child was started with the old one.
    detach_children(task.state.state_id, {task.index, task.index + 1});
    // What an attempt on the old one has reported says nothing about the new one.
    forget_progress({{task.state.state_id, {task.index}}});
}

// -- tasks that wait --

[[noreturn]] void raise_not_failed(const given_task& task, const std::string& what) {
    raise(sqlstate::not_ready, task.where() + " " + what + ": there is nothing to try again",
          "fanout.step_tasks shows how far each task is.");
}

/// Of the tasks that wait with it none goes.
void go_now(const given_task& task, queue_row row, const std::optional<Datum>& input) {
    if (row.kind != queue_kind::task) raise_not_failed(task, "is being executed");
    const bool waits_for_retry = row.attempt > task.state.first_attempt &&
                                 row.available_at > engine_clock() && row.available_at != DT_NOEND;
    if (!waits_for_retry) raise_not_failed(task, "waits for a worker, a limit or its time");
    change_input(task, input);
    row.indexes.remove({task.index});
    narrow_claim(row);
    requeue(row, {task.index, task.index + 1}, row.attempt, 0, row.crashed);
}

// -- tasks that have failed for good --

int32_t stripe_of(const given_task& task) {
    return task.state.is_fanout ? task.index / task.state.stripe_width : 0;
}

int32_t items_of(const given_task& task) {
    if (task.state.batch_size == 1) return 1;
    return batch_lengths(task.state, {task.index})[task.index];
}

void enter_again(const given_task& task) {
    const std::map<int32_t, int16_t> failed = failed_attempts(task.state, task.index, task.index);
    queue_row row = waiting_row(task.state, queue_kind::task, queue_handler(task.state.handler));
    row.stripe = stripe_of(task);
    requeue(row, {task.index, task.index + 1}, attempt_after(failed, task.state, task.index), 0, false);
}

std::map<int32_t, std::vector<int32_t>> by_stripe_of(const given_task& task) {
    return {{stripe_of(task), {task.index}}};
}

/// Of a step that goes on in spite of it, or for the sake of another one that was retried.
void retry_in_started_run(const given_task& task, const std::optional<Datum>& input) {
    patience waits;
    int32_t opened = 0;
    const auto raise_counter = [&] { opened = raise_stripes(task.state.state_id, by_stripe_of(task)); };
    if (task.state.is_fanout && !waits.wait_for(raise_counter, shortest_wait_us)) {
        raise(sqlstate::still_stopping, task.state.where() + ": another transaction has locked its counters",
              "Try again once that has ended.");
    }
    lock_state_of(task, waits);
    change_input(task, input);
    change_set changes;
    state_change& change = changes.states[task.state.state_id];
    change.stripes_opened = opened;
    change.failed_items = -items_of(task);
    (void)take_back_results(task.state, {task.index, task.index + 1});
    advance(changes, advance_mode::short_work);
    enter_again(task);
}

/// A step of the run that has failed, or would once it were looked at, and with what.
struct failed_step {
    std::string slug, error;
};

std::optional<failed_step> other_failure(const std::vector<int64_t>& state_ids, int64_t than) {
    static statement read("SELECT error FROM fanout.step_states WHERE state_id = $1", {INT8OID});
    for (const auto& [id, state] : load_states(state_ids)) {
        if (id == than || state.status == step_status::completed) continue;
        if (state.status == step_status::failed)
            return failed_step{state.step_slug, read.run({param::int8(id)}).text(0, 1)};
        if (const std::optional<std::string> error = failures_left(state))
            return failed_step{state.step_slug, *error};
    }
    return std::nullopt;
}

/// What was to be counted when the run ended isn't any more.
void recount_failures(const std::vector<int64_t>& state_ids) {
    for (const auto& [id, state] : load_states(state_ids)) {
        if (state.has_tasks && state.status != step_status::completed) recount_failed_items(state);
    }
}

/// The step counts this task, and no other: when it ends, all that was retried has ended.
void start_alone(const given_task& task) {
    static statement write(
        "UPDATE fanout.step_states SET status = 'started', error = NULL, has_bad_source = NULL, "
        "    completed_at = NULL, open_stripes = 1 + is_open::int, retries_alone = true WHERE state_id = $1",
        {INT8OID});
    const int64_t state_id = task.state.state_id;
    remove_stripes({state_id});
    if (task.state.is_fanout) (void)raise_stripes(state_id, by_stripe_of(task));
    write.run({param::int8(state_id)});
    add_step_cap(task.state);
    enter_again(task);
}

void retry_in_failed_run(const given_task& task, const std::optional<Datum>& input) {
    const pg_uuid_t& run_id = task.run.run_id;
    refuse_ended_child(run_id);
    remove_queue_rows(run_id, usual_patience);
    const std::vector<int64_t> state_ids = lock_run_parts(run_id);
    {
        // It is locked, with the others.
        const lock_order_scope own_rows;
        patience waits;
        lock_state_of(task, waits);
    }
    restart_run(run_id);
    const lock_order_scope own_rows;
    change_input(task, input);
    (void)take_back_results(task.state, {task.index, task.index + 1});
    recount_failures(state_ids);
    const int64_t own = task.state.state_id;
    if (other_failure(state_ids, own) || failures_left(load_state(own))) return start_alone(task);
    run_what_is_missing(run_id, state_ids, what_failed::stays);
}

/// Whether something of the run is still under way: a task that waits for its child run is in no row.
bool has_tasks_under_way(const pg_uuid_t& run_id) {
    return has_rows_besides_ends_of_retries(run_id) || !started_descendants(run_id).empty();
}

}  // namespace

void retry_task(const given_task& task, const std::optional<Datum>& input) {
    const run_status status = task.run.status;
    if (status == run_status::completed) {
        raise(sqlstate::invalid_argument, "retry_task: run " + uuid_text(task.run.run_id) + " is completed",
              "SELECT fanout.resume_run('" + uuid_text(task.run.run_id) +
                  "', failed_items => true) runs all tasks of it again that have failed, and what follows.");
    }
    patience waits;
    if (status == run_status::started) {
        if (std::optional<queue_row> row = lock_row_of_task(task.state, task.index, row_kind::waiting, waits))
            return go_now(task, std::move(*row), input);
    }
    const std::optional<bool> succeeded = has_succeeded(task.state, task.index);
    if (succeeded == true) raise_not_failed(task, "is completed");
    if (!succeeded && status == run_status::started)
        raise_not_failed(task, "is being executed, or not there yet");
    if (!succeeded || status == run_status::cancelled) {
        raise(sqlstate::not_ready,
              task.where() + (succeeded ? " is of a cancelled run" : " never ran to its end"),
              "fanout.resume_run lets its run go on, or where that is a child run its parent.");
    }
    if (status == run_status::failed) return retry_in_failed_run(task, input);
    retry_in_started_run(task, input);
}

void end_retries(const step_state& state) {
    // Under a claim, so in an order of its own.
    const lock_order_scope order;
    if (!lock_of_run(state.run_id).try_to_take(ExclusiveLock) || has_tasks_under_way(state.run_id))
        raise_busy(state.where());
    const std::vector<int64_t> state_ids = lock_run_parts(state.run_id);
    // Items may have been pushed meanwhile.
    if (has_tasks_under_way(state.run_id)) raise_busy(state.where());
    if (const std::optional<failed_step> other = other_failure(state_ids, state.state_id)) {
        (void)end_run(state.run_id, run_status::failed, "step \"" + other->slug + "\": " + other->error,
                      other->slug);
        return;
    }
    run_what_is_missing(state.run_id, state_ids, what_failed::stays);
}

}  // namespace fanout
