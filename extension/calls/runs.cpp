// start_run, spawn_fanout_tasks, cancel_run, wait_for_run, and the engine's steps for its owner and its tests.
#include "engine/advance.hpp"
#include "engine/family.hpp"
#include "engine/new_run.hpp"
#include "engine/priority.hpp"
#include "engine/resume.hpp"
#include "engine/run_end.hpp"
#include "flows/ceilings.hpp"
#include "flows/flow.hpp"
#include "plain/sqlstates.hpp"
#include "plain/steady_clock.hpp"
#include "postgres/access.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"
#include "postgres/identity.hpp"
#include "postgres/index_scan.hpp"
#include "postgres/lock_order.hpp"
#include "postgres/owner_scope.hpp"
#include "postgres/served_schema.hpp"
#include "postgres/sleep.hpp"
#include "queue/home.hpp"
#include "queue/pauses.hpp"
#include "queue/unserved.hpp"
#include "runs/given_run.hpp"
#include "runs/run_ceilings.hpp"

#include <algorithm>

namespace fanout {
namespace {

/// The same run_id twice is the same run, once.
void check_is_run_of(const pg_uuid_t& run_id, const std::string& flow_slug) {
    static statement find("SELECT f.flow_slug FROM fanout.runs r JOIN fanout.flows f USING (flow_id) "
                          "WHERE r.run_id = $1",
                          {UUIDOID});
    rows found = find.run({param::uuid(run_id)});
    if (found.empty()) {
        // An old snapshot doesn't see it.
        raise(sqlstate::serialization_failure,
              "run " + uuid_text(run_id) + " was started by another transaction meanwhile",
              "Try the transaction again.");
    }
    if (found.text(0, 1) == flow_slug) return;
    raise(sqlstate::run_conflict, "run " + uuid_text(run_id) + " exists already, as a run of another flow",
          "Use another run_id, or leave it out.");
}

/// What a completion or a start under way had locked is free within milliseconds. What still isn't, maintain
/// ends.
void end_locked_descendants(const pg_uuid_t& run_id) {
    constexpr int most_looks = 20;
    constexpr long pause_ms = 5;
    for (int i = 0; i < most_looks && end_descendants(run_id, run_status::cancelled); ++i)
        sleep_ms(pause_ms, "FanoutEndOfChildRuns");
}

}  // namespace
}  // namespace fanout

using namespace fanout;

/// start_run(flow_slug text, input jsonb, name text, run_id uuid, priority int, fair_key text) returns uuid
FANOUT_FUNCTION(fanout_start_run) {
    if (call.is_null(0) || call.is_null(1) || call.is_null(4)) {
        raise(sqlstate::invalid_argument, "start_run: flow_slug, input or priority is null",
              "Leave input and priority out where they don't matter; JSON's null is 'null'::jsonb.");
    }
    const std::string where = "run of flow \"" + call.text(0) + "\"";
    check_priority(call.int4(4), where);
    check_name(call.optional_text(2).value_or(""), "name", where);
    check_name(call.optional_text(5).value_or(""), "fair_key", where);
    const flow_version version = version_to_start(call.text(0));
    require_owner(call.caller, version.owner, "flow \"" + call.text(0) + "\"");
    check_run_priority(version.flow_id, call.int4(4), where);
    const bool is_given = !call.is_null(3);
    const pg_uuid_t run_id = is_given ? *DatumGetUUIDP(call.datum(3)) : time_ordered_uuid();
    check_stored_bytes(version.owner, call.datum(1), where, is_given ? &run_id : nullptr);
    const new_run run{run_id, call.datum(1), call.optional_text(2)};
    const int32_t priority = call.int4(4);
    const std::optional<std::string> fair_key = call.optional_text(5);
    const auto begun = is_given ? insert_run_once(version, run, priority, fair_key)
                                : insert_runs(version, {run}, priority, fair_key);
    if (begun) {
        check_open_runs(version.owner);
        start_inserted_runs({run_id}, *begun, version, advance_mode::large_steps);
        notice_unserved(version.flow_id);
    } else {
        check_is_run_of(run_id, call.text(0));
    }
    return call.uuid_result(run_id);
}

/// spawn_fanout_tasks(run_id uuid, step_slug text) returns int: the number of tasks
FANOUT_FUNCTION(fanout_spawn_fanout_tasks) {
    call.require({{0, "run_id"}, {1, "step_slug"}}, "spawn_fanout_tasks");
    check_callers_constraints(call.caller);
    const pg_uuid_t run_id = *DatumGetUUIDP(call.datum(0));
    const step_state state = load_state(find_state(run_id, call.text(1)));
    require_owner(call.caller, state.owner, state.where());
    if (!state.is_fanout) {
        raise(sqlstate::invalid_argument, state.where() + " is not of type fanout",
              "fanout.start_ready_steps starts steps of every type.");
    }
    if (state.status != step_status::created) return Int32GetDatum(state.total_tasks);
    change_set changes;
    changes.states[state.state_id];
    advance(changes, advance_mode::everything);
    const step_state after = load_state(state.state_id);
    if (after.status == step_status::created) {
        raise(sqlstate::not_ready,
              state.where() + " can't start yet: it waits for its dependencies, or its run has ended",
              "Look at fanout.steps_overview.");
    }
    return Int32GetDatum(after.total_tasks);
}

/// start_ready_steps(run_id uuid) returns void
FANOUT_FUNCTION(fanout_start_ready_steps) {
    static statement find("SELECT state_id FROM fanout.step_states WHERE run_id = $1 AND status = 'created' "
                          "AND remaining_deps = 0",
                          {UUIDOID});
    const given_run run = load_run(call);
    change_set ready;
    {
        rows found = find.run({param::uuid(run.run_id)});
        for (size_t i = 0; i < found.size(); ++i) ready.states[found.int8(i, 1)];
    }
    advance(ready, advance_mode::large_steps);
    return 0;
}

/// maybe_complete_run(run_id uuid) returns boolean
FANOUT_FUNCTION(fanout_maybe_complete_run) {
    const given_run run = load_run(call);
    return BoolGetDatum(run.status == run_status::completed || !complete_runs({run.run_id}).empty());
}

namespace {

void refuse_paused(const pg_uuid_t& run_id) {
    if (!is_paused_run(run_id)) return;
    raise(sqlstate::still_stopping, "run " + uuid_text(run_id) + " is paused",
          "SELECT fanout.continue_run('" + uuid_text(run_id) + "') lets it go on.");
}

/// The current version of a run's flow, as it stays until the transaction ends.
flow_version version_to_follow(const pg_uuid_t& run_id) {
    static statement find("SELECT f.flow_slug FROM fanout.runs r JOIN fanout.flows f USING (flow_id) "
                          "WHERE r.run_id = $1",
                          {UUIDOID});
    rows found = find.run({param::uuid(run_id)});
    if (!found.empty()) return version_to_start(found.text(0, 1));
    raise(sqlstate::unknown_flow, "the flow of run " + uuid_text(run_id) + " does not exist any more",
          "Nothing of it can run.");
}

}  // namespace

/// resume_run(run_id uuid, failed_items boolean, definition text) returns boolean
FANOUT_FUNCTION(fanout_resume_run) {
    call.require({{1, "failed_items"}, {2, "definition"}}, "resume_run");
    check_word(call.text(2), "definition", "own", "current", "resume_run");
    const given_run run = load_run(call);
    const bool failed_items = DatumGetBool(call.datum(1));
    refuse_paused(run.run_id);
    if (run.status == run_status::completed && !failed_items) {
        raise(sqlstate::invalid_argument,
              "run " + uuid_text(run.run_id) + " is completed: there is nothing to resume",
              "What its steps collected as failed runs again with failed_items => true.");
    }
    // One that is completed its parent has the output of.
    if (run.status != run_status::completed) refuse_ended_child(run.run_id);
    std::optional<flow_version> follows;
    if (call.text(2) == "current") {
        follows = version_to_follow(run.run_id);
    } else {
        warn_in_copy();
    }
    const bool resumed = resume(run.run_id, usual_patience,
                                failed_items ? what_failed::runs_again_everywhere : what_failed::runs_again,
                                follows ? &*follows : nullptr);
    if (resumed) check_open_runs(run.owner);
    return BoolGetDatum(resumed);
}

/// cancel_run(run_id uuid, reason text) returns boolean
FANOUT_FUNCTION(fanout_cancel_run) {
    const given_run run = load_run(call);
    check_lock_order(lock_phase::runs, key_of(run.run_id));
    const bool ended = end_run(run.run_id, run_status::cancelled, call.optional_text(1), std::nullopt);
    if (ended) end_locked_descendants(run.run_id);
    return BoolGetDatum(ended);
}

/// set_priority(run_id uuid, priority int) returns void
FANOUT_FUNCTION(fanout_set_priority) {
    static statement flow_of("SELECT flow_id FROM fanout.runs WHERE run_id = $1", {UUIDOID});
    call.require({{0, "run_id"}, {1, "priority"}}, "set_priority");
    const given_run run = load_run(call);
    const std::string where = "set_priority: run " + uuid_text(run.run_id);
    check_priority(call.int4(1), where);
    check_run_priority(flow_of.run({param::uuid(run.run_id)}).int8(0, 1), call.int4(1), where);
    set_priority(run.run_id, call.int4(1));
    return 0;
}

namespace {

/// A run's status, for who may see it, read in a transaction of its own: the next one has neither snapshot nor locks.
run_status look_at_status(const fanout::call& call) {
    pg_call([] {
        if (SPI_connect_ext(SPI_OPT_NONATOMIC) != SPI_OK_CONNECT) elog(ERROR, "SPI_connect failed");
    });
    engine_identity identity;
    const given_run run = load_run(call);
    identity.leave();
    pg_call([] {
        SPI_commit();
        SPI_finish();
    });
    return run.status;
}

/// A run's status, with nothing that is held afterwards; nothing where the run is gone.
std::optional<run_status> glance_at_status(const pg_uuid_t& run_id) {
    static const index_scan find("runs", "runs_pkey", {{1, BTEqualStrategyNumber, F_UUID_EQ}}, {"status"});
    require_served_schema_now();
    const read_snapshot now;
    const found_rows run = find.run_and_unlock(now, {UUIDPGetDatum(&run_id)});
    if (run.empty()) return std::nullopt;
    return run_statuses.find(run.text(0, 1));
}

/// Each look is to see what is committed by then, whatever level the session's transactions have by default.
void read_committed() {
    pg_call([] {
        (void)set_config_option("transaction_isolation", "read committed", PGC_USERSET, PGC_S_SESSION,
                                GUC_ACTION_LOCAL, true, 0, false);
    });
}

/// Sleeps until the run has ended, or the time is up. Returns its status then; nothing where it is gone.
std::optional<run_status> wait_for_end(const pg_uuid_t& run_id, int64_t until) {
    constexpr int64_t us_per_ms = 1000;
    // An end that comes by a prepared transaction, or on a standby, wakes nobody.
    constexpr int64_t tenth_of_second_us = USECS_PER_SEC / 10, ten_seconds_us = 10 * USECS_PER_SEC;
    const int64_t longest_sleep_us = RecoveryInProgress() ? tenth_of_second_us : ten_seconds_us;
    MemoryContext looks = pg_call(
        [] { return AllocSetContextCreate(CurrentMemoryContext, "fanout looks", ALLOCSET_SMALL_SIZES); });
    read_committed();
    // Before the look, so that an end which that doesn't see wakes this session.
    lock_of_run(run_id).take(AccessShareLock);
    for (;;) {
        MemoryContext outer = MemoryContextSwitchTo(looks);
        const std::optional<run_status> status = glance_at_status(run_id);
        MemoryContextSwitchTo(outer);
        MemoryContextReset(looks);
        const int64_t left = until - steady_clock_us();
        if (status != run_status::started || left <= 0) return status;
        sleep_ms(std::min(left, longest_sleep_us) / us_per_ms + 1, "FanoutWaitForRun");
    }
}

/// An interval in microseconds, `most` at most.
int64_t interval_us(Datum interval, int64_t most) {
    const Interval* value = DatumGetIntervalP(interval);
    const int64_t days = value->day + static_cast<int64_t>(value->month) * DAYS_PER_MONTH;
    if (days < 0) return 0;
    if (days > most / USECS_PER_DAY || value->time > most) return most;
    return std::min(value->time + days * USECS_PER_DAY, most);
}

}  // namespace

/// CALL wait_for_run(run_id uuid, timeout interval, INOUT status text)
FANOUT_PROCEDURE(fanout_wait_for_run) {
    constexpr int64_t longest_wait_us = 365 * USECS_PER_DAY;
    const auto* context = reinterpret_cast<CallContext*>(call.fcinfo->context);
    if (!context || !IsA(context, CallContext) || context->atomic) {
        raise(sqlstate::in_transaction, "wait_for_run can't run inside a transaction block",
              "In a transaction it would never see the run end: call it by itself, outside of BEGIN.");
    }
    if (call.is_null(0) || call.is_null(1)) {
        raise(sqlstate::invalid_argument, "wait_for_run: run_id or timeout is null", "Give both.");
    }
    const int64_t until = steady_clock_us() + interval_us(call.datum(1), longest_wait_us);
    std::optional<run_status> status = look_at_status(call);
    if (status == run_status::started) status = wait_for_end(*DatumGetUUIDP(call.datum(0)), until);
    // An error where the run has been removed.
    if (!status) status = look_at_status(call);
    Datum text = call.text_result(run_statuses.name_of(*status));
    return pg_call([&] {
        TupleDesc description;
        get_call_result_type(call.fcinfo, nullptr, &description);
        bool null = false;
        return HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(description), &text, &null));
    });
}
