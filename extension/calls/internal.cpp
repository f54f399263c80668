// run_internal: what is too large, or concerns another run, for the completion that made it due.
#include "calls/internal.hpp"

#include "engine/advance.hpp"
#include "engine/child_runs.hpp"
#include "engine/entry_in_order.hpp"
#include "engine/outcomes.hpp"
#include "engine/retry_task.hpp"
#include "engine/spawn.hpp"
#include "flows/handler.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/entry.hpp"
#include "postgres/error_text.hpp"
#include "postgres/halves.hpp"
#include "postgres/lock_order.hpp"
#include "postgres/owner_scope.hpp"
#include "postgres/patience.hpp"
#include "postgres/settings.hpp"
#include "queue/claim.hpp"
#include "queue/internal_row.hpp"
#include "queue/limit.hpp"
#include "queue/worker.hpp"
#include "runs/under_way.hpp"

#include <utility>

namespace fanout {

namespace {

/// Puts what is left of a claim back into the queue. A task whose child has ended keeps its slot until that
/// is recorded.
void put_back(const queue_row& c, TimestampTz available_at) {
    if (c.indexes.empty()) return;
    requeue(c, c.indexes, c.attempt, available_at, c.crashed);
    delete_claims({c.queue_id});
    if (c.kind == queue_kind::task) release_slots({{c.state_id, c.indexes.size()}});
}

/// Starts, finishes or fails a step, or inserts the next part of one that comes in parts: returns whether
/// there are more, for which the claim stays.
bool do_step_work(const queue_row& c) {
    patience waits;
    change_set changes;
    changes.waits = &waits;
    state_change& change = changes.states[c.state_id];
    const step_state state = load_state(c.state_id);
    const under_way work({{c.queue_id, state.run_id, state.flow_slug}});
    if (c.kind == queue_kind::fail) {
        change.error = c.reason;
        change.error_is_final = c.reason_is_final;
    } else if (c.kind == queue_kind::finish && state.retries_alone && state.run_is_live) {
        delete_claims({c.queue_id});
        end_retries(state);
        return false;
    } else if (c.kind == queue_kind::finish) {
        change.goes_on = enters_in_order(state);
    } else if (state.status == step_status::started && state.run_is_live && c.kind == queue_kind::start) {
        bool more = false;
        const std::optional<pg_error> error =
            subtransaction([&] { more = spawn_next_part(state, engine_clock()); });
        if (more) return true;
        if (error && error->passes()) throw pg_error(*error);
        if (error) change.error = "its start failed: " + error->message();
    }
    delete_claims({c.queue_id});
    advance(changes, advance_mode::everything);
    if (!changes.busy.empty()) raise_busy(state.where());
    return false;
}

/// Leaves in the claims what is left of them. Those of child runs are one piece of work: a second one would take its locks below
/// those of the first.
void do_work(claims& held) {
    queue_row& c = held.begin()->second;
    if (c.handler == child_queue_handler) {
        run_child_claims(held);
    } else if (c.kind == queue_kind::count || c.kind == queue_kind::retry) {
        count_put_off(c);
        c.indexes = {};
    } else if (!do_step_work(c)) {
        c.indexes = {};
    }
}

/// What can't be done fails its step; what can't be failed is put aside.
void give_up(const queue_row& c, const std::string& error) {
    if (c.kind == queue_kind::fail)
        return put_aside(c.queue_id, *c.reason + "; its step can't be failed: " + error);
    const bool concerns_tasks = c.kind == queue_kind::task || c.kind == queue_kind::child;
    fail_step_of_row(c.queue_id,
                     (concerns_tasks ? "its child runs: "
                                     : "its " + std::string(queue_kinds.name_of(c.kind)) + " failed: ") +
                         error);
    if (concerns_tasks) release_slots({{c.state_id, c.indexes.size()}});
}

/// After an error, which took back what was done: it is tried again until the error is believed to last.
void try_again_later(const queue_row& c, const pg_error& error) {
    constexpr int64_t usual_pause_us = USECS_PER_SEC;
    const bool is_busy = error.data()->sqlerrcode == ERRCODE_LOCK_NOT_AVAILABLE;
    queue_row again = c;
    if (!error.passes()) {
        // Without its detail, which may differ each time.
        const std::string reason = error_text(error.message(), " (SQLSTATE " + error.sqlstate() + ")");
        const bool is_fail = c.kind == queue_kind::fail;
        again.errors = static_cast<int16_t>(is_fail || c.reason == reason ? c.errors + 1 : 1);
        if (again.errors >= times_to_believe(error)) return give_up(c, reason);
        if (!is_fail) again.reason = reason;
    }
    put_back(again, engine_clock() + (is_busy ? busy_pause_us : usual_pause_us));
}

}  // namespace

void run_internal_claims(claims& held) {
    const claims before = held;
    const std::optional<pg_error> error = subtransaction([&] { do_work(held); });
    if (!error) return;
    // The whole call is made again.
    if (error->is_conflict()) throw pg_error(*error);
    held = before;
    if (held.size() > 1) {
        // It may be of any of them: only the first is tried, alone.
        claims first;
        first.insert(held.extract(held.begin()));
        run_internal_claims(first);
        return held.merge(first);
    }
    queue_row& c = held.begin()->second;
    try_again_later(c, *error);
    c.indexes = {};
}

void run_waiting_internal(const worker& w) {
    constexpr int most_children = 100;
    for (const auto& [handler, most] :
         {std::pair{internal_queue_handler, 1}, {child_queue_handler, most_children}}) {
        worker internal = w;
        internal.handlers = param::text_array({handler}).datum;
        claims taken = claim_tasks(internal, what_it_holds(w.worker_id), {.tasks = most}).taken;
        if (taken.empty()) continue;
        {
            const lock_order_scope work;
            run_internal_claims(taken);
        }
        std::erase_if(taken, [](const auto& entry) { return entry.second.indexes.empty(); });
        return give_back(taken);
    }
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
    claims held = lock_claim(w.worker_id, call.int8(1));
    if (held.empty() || executor_of(held.begin()->second) != claim_executor::internal) {
        raise(sqlstate::stale_claim,
              "claim " + std::to_string(call.int8(1)) + " is not this worker's internal claim",
              "It was taken back or is finished: drop it.");
    }
    run_internal_claims(held);
    return Int32GetDatum(static_cast<int32_t>(held.begin()->second.indexes.size()));
}
