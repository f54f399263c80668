// What people do about single tasks.
#include "engine/retry_task.hpp"
#include "engine/settlement.hpp"
#include "plain/sqlstates.hpp"
#include "queue/home.hpp"
#include "runs/run_ceilings.hpp"

using namespace fanout;

/// settle_task(run_id uuid, step_slug text, task_index int, output jsonb, reason text) returns void
FANOUT_FUNCTION(fanout_settle_task) {
    if (call.is_null(3)) {
        raise(sqlstate::invalid_argument, "settle_task: output is SQL NULL",
              "Give a jsonb value; JSON's null is 'null'::jsonb.");
    }
    settle_by_hand(load_task(call, "settle_task"), call.datum(3), call.optional_text(4), call.caller);
    return 0;
}

/// retry_task(run_id uuid, step_slug text, task_index int, input jsonb) returns void
FANOUT_FUNCTION(fanout_retry_task) {
    warn_in_copy();
    const given_task task = load_task(call, "retry_task");
    retry_task(task, call.is_null(3) ? std::nullopt : std::optional(call.datum(3)));
    if (task.run.status != run_status::started) check_open_runs(task.run.owner);
    return 0;
}
