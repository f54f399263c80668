// run_internal: starting and finishing steps that are too large for the completion that made them due.
#include "internal.hpp"

#include "errors.hpp"
#include "handler.hpp"
#include "owner_scope.hpp"

namespace fanout {

void run_internal_claim(const claim& c) {
    delete_claims({c.claim_id});
    change_set changes;
    changes.states[c.state_id];
    advance(changes, advance_mode::everything);
}

void run_waiting_internal(const worker& w) {
    worker internal = w;
    internal.handlers = param::text_array({internal_queue_handler}).datum;
    claimed_tasks claimed = claim_tasks(internal, what_it_holds(w.worker_id), {.tasks = 1});
    for (const auto& [id, c] : claimed.taken) run_internal_claim(c);
}

worker without_internal(const worker& w) {
    worker result = w;
    std::vector<std::string> handlers = text_elements(w.handlers, "handlers");
    std::erase(handlers, internal_queue_handler);
    result.handlers = param::text_array(handlers).datum;
    return result;
}

}  // namespace fanout

using namespace fanout;

/// run_internal(worker_id bigint, claim_id bigint) returns void
FANOUT_FUNCTION(fanout_run_internal) {
    call.require({{0, "worker_id"}, {1, "claim_id"}}, "run_internal");
    check_callers_constraints(call.caller);
    const worker w = load_worker(call.int8(0), call.caller);
    const claims held = lock_claims(w.worker_id, {call.int8(1)});
    if (held.empty() || executor_of(held.begin()->second) != claim_executor::internal) {
        raise(sqlstate::stale_claim,
              "claim " + std::to_string(call.int8(1)) + " is not this worker's internal claim",
              "It was taken back or is finished: drop it.");
    }
    run_internal_claim(held.begin()->second);
    return 0;
}
