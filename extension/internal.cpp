// run_internal: what is too large, or concerns another run, for the completion that made it due.
#include "internal.hpp"

#include "child.hpp"
#include "errors.hpp"
#include "fanout.hpp"
#include "handler.hpp"
#include "owner_scope.hpp"

namespace fanout {

namespace {

/// A task whose child has ended keeps its slot until that is recorded.
void put_back(const claim& c) {
    if (c.indexes.empty()) return;
    if (c.kind == "task") return keep_first(c, 0);
    requeue(c, c.indexes, c.attempt, 0, c.crashed);
    delete_claims({c.claim_id});
}

/// Starts or finishes a step, or inserts the next part of one that comes in parts: returns whether there are
/// more, for which the claim stays.
bool do_step_work(const claim& c) {
    change_set changes;
    state_change& change = changes.states[c.state_id];
    const step_state state = load_state(c.state_id);
    if (state.status == "started" && state.run_is_live && c.kind == "start") {
        bool more = false;
        const std::optional<pg_error> error =
            subtransaction([&] { more = spawn_next_part(state, engine_clock()); });
        if (more) return true;
        if (error) change.error = "its start failed: " + error->message();
    }
    delete_claims({c.claim_id});
    advance(changes, advance_mode::everything);
    return false;
}

}  // namespace

int64_t run_internal_claim(claims& held, int64_t claim_id) {
    const claim& c = held.at(claim_id);
    if (c.handler != child_queue_handler) return do_step_work(c) ? 1 : 0;
    run_child_claims(held);
    return c.indexes.size();
}

void run_waiting_internal(const worker& w) {
    worker internal = w;
    internal.handlers = param::text_array({internal_queue_handler}).datum;
    claims taken = claim_tasks(internal, what_it_holds(w.worker_id, true), {.tasks = 1}).taken;
    if (!taken.empty()) {
        const claim& c = taken.begin()->second;
        if (run_internal_claim(taken, c.claim_id) > 0) put_back(c);
        return;
    }
    constexpr int most_children = 100;
    internal.handlers = param::text_array({child_queue_handler}).datum;
    taken = claim_tasks(internal, what_it_holds(w.worker_id, true), {.tasks = most_children}).taken;
    if (taken.empty()) return;
    run_child_claims(taken);
    for (const auto& [id, c] : taken) put_back(c);
}

worker without_internal(const worker& w) {
    worker result = w;
    std::vector<std::string> handlers = text_elements(w.handlers, "handlers");
    std::erase(handlers, internal_queue_handler);
    std::erase(handlers, child_queue_handler);
    result.handlers = param::text_array(handlers).datum;
    return result;
}

}  // namespace fanout

using namespace fanout;

/// run_internal(worker_id bigint, claim_id bigint) returns int
FANOUT_FUNCTION(fanout_run_internal) {
    call.require({{0, "worker_id"}, {1, "claim_id"}}, "run_internal");
    check_callers_constraints(call.caller);
    const worker w = load_worker(call.int8(0), call.caller);
    claims held = lock_claims(w.worker_id, {call.int8(1)});
    if (held.empty() || executor_of(held.begin()->second) != claim_executor::internal) {
        raise(sqlstate::stale_claim,
              "claim " + std::to_string(call.int8(1)) + " is not this worker's internal claim",
              "It was taken back or is finished: drop it.");
    }
    return Int32GetDatum(static_cast<int32_t>(run_internal_claim(held, call.int8(1))));
}
