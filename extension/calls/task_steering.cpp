// What people do about single tasks.
#include "engine/settlement.hpp"
#include "plain/sqlstates.hpp"

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
