// claim_tasks, complete_task and fail_task: the engine of exchange, a task at a time.
#include "calls/answer.hpp"
#include "calls/internal.hpp"
#include "engine/outcomes.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/entry.hpp"
#include "postgres/owner_scope.hpp"
#include "postgres/patience.hpp"
#include "queue/claim.hpp"
#include "queue/heartbeats.hpp"
#include "queue/worker.hpp"
#include "runs/results.hpp"

namespace fanout {
namespace {

/// The live claim of a task that this caller may complete.
struct task_claim {
    worker holder;
    int64_t claim_id;
    int32_t task_index;
};

[[noreturn]] void raise_not_claimed(const call& c, const pg_uuid_t& run, int64_t state_id, int32_t index) {
    const std::optional<bool> succeeded = has_succeeded(load_state(state_id), index);
    const std::string task =
        "task " + std::to_string(index) + " of step \"" + c.text(1) + "\" of run " + uuid_text(run);
    if (succeeded) {
        raise(sqlstate::not_claimed, task + (*succeeded ? " is already completed" : " has already failed"),
              "A task has one result. fanout.results shows it.");
    }
    raise(sqlstate::not_claimed, task + " is not claimed by this worker",
          "Claim it first with fanout.claim_tasks; fanout.step_tasks shows who holds it.");
}

task_claim find_claim(const call& c, int worker_argument, const char* function) {
    static statement find(
        "SELECT queue_id, worker_id FROM fanout.queue WHERE state_id = $1 AND indexes @> $2 "
        "AND worker_id IS NOT NULL AND kind = 'task' AND ($3 IS NULL OR worker_id = $3)",
        {INT8OID, INT4OID, INT8OID});
    const pg_uuid_t run = *DatumGetUUIDP(c.datum(0));
    const int64_t state_id = find_state(run, c.text(1));
    const int32_t index = c.int4(2);
    // A claim can be narrowed between look-up and lock; the look-up then runs again in a new statement.
    for (int attempts = 0; attempts < 3; ++attempts) {
        rows found =
            find.run({param::int8(state_id), param::int4(index),
                      c.is_null(worker_argument) ? param::null() : param::int8(c.int8(worker_argument))});
        if (found.empty()) break;
        worker holder = load_worker(found.int8(0, 2), c.caller);
        claims held = lock_claims(holder.worker_id, {found.int8(0, 1)}, nullptr).held;
        if (!held.empty() && held.begin()->second.indexes.contains(index)) {
            require_workers_own(held.begin()->second, function);
            return {holder, held.begin()->first, index};
        }
    }
    raise_not_claimed(c, run, state_id, index);
}

void complete_one(const task_claim& task, outcome o) {
    o.claim_id = task.claim_id;
    o.task_index = task.task_index;
    claims held = lock_claims(task.holder.worker_id, {task.claim_id}, nullptr).held;
    change_set changes;
    patience waits;
    settle(held, {std::move(o)}, changes, waits);
    record_heartbeats({task.holder.worker_id});
}

void require_task_arguments(const call& c, const char* function) {
    for (int i = 0; i < 3; ++i) {
        if (!c.is_null(i)) continue;
        raise(sqlstate::invalid_argument, std::string(function) + ": run_id, step_slug or task_index is null",
              "Give all three, as claim_tasks returned them.");
    }
}

}  // namespace
}  // namespace fanout

using namespace fanout;

/// claim_tasks(worker_id bigint, max_tasks int)
FANOUT_FUNCTION(fanout_claim_tasks) {
    if (call.is_null(0) || call.is_null(1) || call.int4(1) < 1) {
        raise(sqlstate::invalid_argument, "claim_tasks: worker_id is null, or max_tasks is not 1 or more",
              "Give the id that register_worker returned, and how many tasks to claim.");
    }
    task_writer writer(call, false, false);
    check_callers_constraints(call.caller);
    lock_worker(call.int8(0));
    const worker w = load_worker(call.int8(0), call.caller);
    run_waiting_internal(w);
    write_answer(writer,
                 claim_tasks(without_internal(w), what_it_holds(w.worker_id), {.tasks = call.int4(1)}));
    // Last: heartbeat() waits for this row until the transaction ends.
    record_heartbeats({w.worker_id});
    return 0;
}

/// complete_task(run_id uuid, step_slug text, task_index int, output jsonb, worker_id bigint)
FANOUT_FUNCTION(fanout_complete_task) {
    require_task_arguments(call, "complete_task");
    if (call.is_null(3)) {
        raise(sqlstate::invalid_argument, "complete_task: output is SQL NULL",
              "Give a jsonb value; JSON's null is 'null'::jsonb.");
    }
    complete_one(find_claim(call, 4, "complete_task"), {0, 0, call.datum(3), std::nullopt, false});
    return 0;
}

/// fail_task(run_id uuid, step_slug text, task_index int, error_message text, final boolean, worker_id
/// bigint, retry_after interval)
FANOUT_FUNCTION(fanout_fail_task) {
    require_task_arguments(call, "fail_task");
    if (call.is_null(3) || call.is_null(4)) {
        raise(sqlstate::invalid_argument, "fail_task: error_message or final is null",
              "Say what went wrong.");
    }
    const int64_t retry_after = call.is_null(6) ? 0 : retry_after_us(call.datum(6), "fail_task");
    complete_one(find_claim(call, 5, "fail_task"), {0, 0, 0, call.text(3), call.boolean(4), retry_after});
    return 0;
}
