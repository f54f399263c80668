#include "engine/settlement.hpp"

#include "engine/advance.hpp"
#include "engine/batch.hpp"
#include "engine/outcomes.hpp"
#include "engine/resume.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/error_text.hpp"
#include "postgres/lock_order.hpp"
#include "postgres/patience.hpp"
#include "postgres/settings.hpp"
#include "queue/heartbeats.hpp"
#include "queue/row_of_task.hpp"
#include "runs/results.hpp"
#include "runs/tasks.hpp"

namespace fanout {
namespace {

/// How many items the task has.
int32_t check_output(const given_task& task, Datum output) {
    if (task.state.batch_size == 1) return 1;
    const std::map<int32_t, int32_t> lengths = batch_lengths(task.state, {task.index});
    const auto length = lengths.find(task.index);
    if (length == lengths.end()) return 1;
    if (const std::optional<std::string> error = batch_output_error(output, length->second)) {
        raise(sqlstate::invalid_output, "settle_task: " + task.where() + ": " + *error,
              "Give one element for each of its items, in their order.");
    }
    return length->second;
}

/// A child that goes on is cancelled, and its end stands in the queue then as the end of any child.
void cancel_child(const given_task& task, patience& waits) {
    static statement find("SELECT run_id FROM fanout.runs WHERE parent_state_id = $1 AND parent_index = $2 "
                          "AND status = 'started'",
                          {INT8OID, INT4OID});
    const std::vector<pg_uuid_t> child =
        find.run({param::int8(task.state.state_id), param::int4(task.index)}).uuid_column(1);
    if (child.empty()) return;
    const auto cancel = [&] {
        (void)end_run(child.front(), run_status::cancelled, "its task was settled by hand", {});
    };
    if (waits.wait_for(cancel, shortest_wait_us)) return;
    raise(sqlstate::still_stopping,
          "run " + uuid_text(child.front()) + ", the child of " + task.where() + ", is locked",
          "Try again once the other transaction has ended.");
}

/// As if its worker had completed it; but no worker has. An attempt that was begun is one that has ended before.
void settle_row(const given_task& task, queue_row row, Datum output, patience& waits) {
    const int64_t worker_id = row.worker_id, claim_id = row.queue_id;
    change_set changes;
    if (worker_id != 0 || row.kind == queue_kind::child) changes.freed_slots[row.state_id] = 1;
    if (worker_id != 0 || row.kind == queue_kind::child) ++row.attempt;
    if (worker_id == 0) row.claimed_at = engine_clock();
    row.worker_id = 0;
    claims held;
    held.emplace(claim_id, std::move(row));
    settle(held, {{claim_id, task.index, output}}, changes, waits);
    if (worker_id != 0 && held.at(claim_id).indexes.empty()) tell_gone_claim(worker_id, claim_id);
}

void insert_output(const given_task& task, int16_t attempt, Datum output) {
    const TimestampTz now = engine_clock();
    (void)insert_results(task.state.generation, {{task.state.state_id, now, 0, task.index, attempt, output}},
                         now);
}

/// Nobody moves it to another generation, or removes it. Where somebody has, since an old snapshot of this
/// transaction, that is an error 40001, and not a result in a place where nobody looks for it.
void keep_run(const given_task& task, patience& waits) {
    static statement lock("SELECT FROM fanout.runs WHERE run_id = $1 FOR SHARE", {UUIDOID});
    const parameter run_id = param::uuid(task.run.run_id);
    check_lock_order(lock_phase::runs, key_of(task.run.run_id));
    if (!waits.wait_for([&] { (void)lock.run({run_id}); }, shortest_wait_us))
        raise_locked("run " + uuid_text(task.run.run_id));
}

/// The stripes of a run that has ended are counted anew when it is resumed; until then results are.
void count_by_results(const step_state& state) {
    static statement write("UPDATE fanout.step_states SET retries_alone = false "
                           "WHERE state_id = $1 AND retries_alone IS NULL",
                           {INT8OID});
    write.run({param::int8(state.state_id)});
}

/// In the place of its failure, if it had one.
/// @param failed_items  of that
void settle_ended(const given_task& task, int16_t attempt, Datum output, int32_t failed_items,
                  patience& waits) {
    lock_state_of(task, waits);
    if (task.run.status != run_status::started) keep_run(task, waits);
    (void)take_back_results(task.state, {task.index, task.index + 1});
    insert_output(task, attempt, output);
    if (task.run.status != run_status::started) {
        count_by_results(task.state);
        return recount_failed_items(task.state);
    }
    const int32_t still_failed = task.state.batch_size > 1 ? items_failed_alone(output) : 0;
    change_set changes;
    changes.states[task.state.state_id].failed_items = still_failed - failed_items;
    advance(changes, advance_mode::short_work);
}

void write_settlement(const given_task& task, const std::optional<std::string>& reason, Oid by) {
    static statement write(
        "INSERT INTO fanout.settlements (state_id, task_index, settled_by, reason, settled_at) "
        "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (state_id, task_index) DO UPDATE "
        "SET settled_by = EXCLUDED.settled_by, reason = EXCLUDED.reason, settled_at = EXCLUDED.settled_at",
        {INT8OID, INT4OID, OIDOID, TEXTOID, TIMESTAMPTZOID});
    const std::optional<std::string> kept = reason ? std::optional(error_text(*reason)) : std::nullopt;
    write.run({param::int8(task.state.state_id), param::int4(task.index), param::oid(by),
               param::optional_text(kept), param::time(engine_clock())});
}

}  // namespace

void settle_by_hand(const given_task& task, Datum output, const std::optional<std::string>& reason, Oid by) {
    const int32_t items = check_output(task, output);
    patience waits;
    write_settlement(task, reason, by);
    if (task.run.status == run_status::started) cancel_child(task, waits);
    if (std::optional<queue_row> row = lock_row_of_task(task.state, task.index, row_kind::any, waits))
        return settle_row(task, std::move(*row), output, waits);
    const std::optional<bool> succeeded = has_succeeded(task.state, task.index);
    if (succeeded == true) {
        raise(sqlstate::not_claimed, "settle_task: " + task.where() + " is already completed",
              "A task has one result. fanout.results shows it.");
    }
    if (!succeeded && task.run.status == run_status::started) {
        raise(sqlstate::not_ready, "settle_task: " + task.where() + " is not there yet",
              "The step over which it runs has yet to give its item, or its step is still being started.");
    }
    const std::map<int32_t, int16_t> failed = failed_attempts(task.state, task.index, task.index);
    settle_ended(task, attempt_after(failed, task.state, task.index), output, succeeded ? items : 0, waits);
}

void remove_settlements(const std::vector<int64_t>& state_ids) {
    static statement remove("DELETE FROM fanout.settlements WHERE state_id = ANY ($1)", {INT8ARRAYOID});
    remove.run({param::int8_array(state_ids)});
}

}  // namespace fanout
