#include "engine/advance.hpp"

#include "engine/affected_states.hpp"
#include "engine/entry_in_order.hpp"
#include "engine/family.hpp"
#include "engine/pipeline.hpp"
#include "engine/run_end.hpp"
#include "engine/spawn.hpp"
#include "engine/step_output.hpp"
#include "engine/stream.hpp"
#include "flows/role.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/error_text.hpp"
#include "postgres/halves.hpp"
#include "postgres/lock_order.hpp"
#include "postgres/locked_rows.hpp"
#include "postgres/owner_scope.hpp"
#include "postgres/patience.hpp"
#include "postgres/row_lock.hpp"
#include "postgres/settings.hpp"
#include "queue/internal_row.hpp"
#include "queue/limit.hpp"
#include "runs/missing_rows.hpp"
#include "runs/source.hpp"
#include "runs/source_attempt.hpp"
#include "runs/source_function.hpp"
#include "runs/tolerance.hpp"

#include <algorithm>
#include <cstring>

namespace fanout {
namespace {

struct uuid_less {
    bool operator()(const pg_uuid_t& a, const pg_uuid_t& b) const {
        return std::memcmp(&a, &b, UUID_LEN) < 0;
    }
};

/// What a pass over the states leaves to do for a run.
struct run_change {
    const step_state* by;
    std::optional<std::string> error;  ///< nothing to fail means that a leaf was completed
    bool is_final = false;             ///< it was said that the error is not to be retried
};

using run_changes = std::map<pg_uuid_t, run_change, uuid_less>;

/// Why a step failed.
struct step_failure {
    std::string error;
    bool is_final = false;        ///< it was said that this is not to be retried
    bool has_bad_source = false;  ///< what its source gave can't be fanned out over
};

void write_failure(const step_state& state, const step_failure& failure) {
    static statement write(
        "UPDATE fanout.step_states SET status = 'failed', error = $2, completed_at = $3, has_bad_source = $4, "
        "retries_alone = CASE WHEN retries_alone IS NOT NULL THEN false END, output = NULL "
        "WHERE state_id = $1 AND status IN ('created', 'started')",
        {INT8OID, TEXTOID, TIMESTAMPTZOID, BOOLOID});
    write.run({param::int8(state.state_id), param::text(error_text(failure.error)),
               param::time(engine_clock()), param::boolean(failure.has_bad_source)});
}

void count(const state_change& change, step_state& state) {
    state.open_stripes += change.stripes_opened - change.stripes_done;
    state.remaining_deps -= change.dependencies_done;
    if (change.stripe_width > 0) state.stripe_width = change.stripe_width;
    state.total_tasks += change.tasks_pushed;
    state.total_items += change.items_pushed;
    state.failed_items += change.failed_items;
    if (change.is_closed) state.is_open = false;
}

void write_counters(const std::vector<const step_state*>& states) {
    static statement write(
        "UPDATE fanout.step_states s SET open_stripes = u.open_stripes, remaining_deps = u.remaining_deps, "
        "    stripe_width = nullif(u.stripe_width, 0), total_tasks = CASE WHEN s.total_tasks IS NOT NULL THEN u.total_tasks END, "
        "    total_items = CASE WHEN s.total_items IS NOT NULL THEN u.total_items END, failed_items = u.failed_items, "
        "    is_open = u.is_open "
        "FROM unnest($1, $2, $3, $4, $5, $6, $7, $8) AS u (state_id, open_stripes, remaining_deps, stripe_width, total_tasks, "
        "    total_items, failed_items, is_open) WHERE s.state_id = u.state_id",
        {INT8ARRAYOID, INT4ARRAYOID, INT4ARRAYOID, INT4ARRAYOID, INT4ARRAYOID, INT4ARRAYOID, INT4ARRAYOID,
         BOOLARRAYOID});
    if (states.empty()) return;
    constexpr int32_t step_state::*counters[] = {&step_state::open_stripes, &step_state::remaining_deps,
                                                 &step_state::stripe_width, &step_state::total_tasks,
                                                 &step_state::total_items,  &step_state::failed_items};
    std::vector<parameter> parameters = {param::int8_array(ids_of(states))};
    for (int32_t step_state::*counter : counters) {
        std::vector<int32_t> values;
        for (const step_state* s : states) values.push_back(s->*counter);
        parameters.push_back(param::int4_array(values));
    }
    std::vector<Datum> open;
    for (const step_state* s : states) open.push_back(BoolGetDatum(s->is_open));
    parameters.push_back(param::datum_array(open, BOOLOID));
    write.run(parameters);
}

/// One pass over the states that a call changes, along the graphs of their runs, and those that don't depend
/// on each other together. What a state completes has a higher id.
class pass {
public:
    pass(change_set& changes, advance_mode mode, state_locks locks)
        : changes_(changes), pending_(changes.states), mode_(mode) {
        for (const auto& entry : pending_) asked_for_.insert(entry.first);
        const std::vector<ready_tasks> only_ready = take_what_is_only_ready();
        affected_states affected = lock_affected(pending_, changes.seen, locks, changes.waits);
        states_ = std::move(affected.locked);
        for (const ready_tasks& r : only_ready) {
            if (!affected.busy.contains(*r.of.pipelined_state_id)) enqueue_ready(r.of, r.tasks);
        }
        changes.busy = std::move(affected.busy);
        for (const auto& [id, state] : states_) by_step_[{key_of(state.run_id), state.step_id}] = id;
    }

    run_changes& run() {
        while (!pending_.empty()) visit(next_wave());
        return runs_;
    }

private:
    using wave = std::vector<std::pair<step_state*, state_change>>;

    struct ready_tasks {
        step_state of;
        std::map<int32_t, std::vector<int32_t>> tasks;
    };

    /// A state that is seen started stays so, and isn't locked. One that isn't is: if it is being started
    /// just now, it has not seen the results that this transaction writes. So is one whose tasks go in order:
    /// what enters next, one call at a time decides.
    std::vector<ready_tasks> take_what_is_only_ready() {
        std::vector<int64_t> ids;
        for (const auto& [id, change] : pending_) {
            if (change.is_only_ready()) ids.push_back(id);
        }
        std::vector<ready_tasks> result;
        for (auto& [id, state] : load_states(ids)) {
            if (state.status == step_status::started && !enters_in_order(state)) {
                result.push_back({std::move(state), std::move(pending_.at(id).ready)});
                pending_.erase(id);
            } else {
                changes_.seen.insert_or_assign(id, std::move(state));
            }
        }
        return result;
    }

    /// Of each run the first of those that are left, in the order of their ids: as many as none of them may
    /// change.
    wave next_wave() {
        wave result;
        std::map<lock_key, front> fronts;
        for (auto it = pending_.begin(); it != pending_.end();) {
            const auto found = states_.find(it->first);
            const bool is_removed = found == states_.end();
            if (!is_removed && !fronts[key_of(found->second.run_id)].takes(found->second)) {
                ++it;
                continue;
            }
            if (!is_removed) result.emplace_back(&found->second, std::move(it->second));
            it = pending_.erase(it);
        }
        return result;
    }

    /// The states of one run that go together.
    class front {
    public:
        bool takes(const step_state& state) {
            is_closed_ = is_closed_ || reach_.contains(state.step_id);
            if (!is_closed_) reach_.insert(state.reach.begin(), state.reach.end());
            return !is_closed_;
        }

    private:
        bool is_closed_ = false;
        std::set<int64_t> reach_;
    };

    /// Single steps, which are most, go together; what becomes of the others each decides for itself.
    void visit(const wave& changed) {
        std::vector<const step_state*> counted, starting, finishing, due;
        std::vector<std::pair<step_state*, const state_change*>> others;
        for (const auto& [state, change] : changed) {
            count(change, *state);
            const bool is_plain =
                !state->is_fanout && !change.error && state->failed_items == 0 && !state->retries_alone;
            if (is_plain && is_due(*state) && mode_ != advance_mode::apart) {
                if (state->run_is_live)
                    starting.push_back(state);
                else
                    counted.push_back(state);
            } else if (is_plain && is_done(*state)) {
                finishing.push_back(state);
            } else {
                if (change.counts()) counted.push_back(state);
                others.emplace_back(state, &change);
            }
        }
        write_counters(counted);
        finish_singles(finishing);
        start_singles(starting, engine_clock());
        for (const auto& [state, change] : others) {
            if (!change->error && is_due(*state))
                due.push_back(state);
            else
                go_on(*state, *change);
        }
        start(due);
    }

    static bool is_due(const step_state& state) {
        return state.status == step_status::created && state.remaining_deps == 0;
    }

    static bool is_done(const step_state& state) {
        return state.status == step_status::started && state.open_stripes == 0;
    }

    void go_on(const step_state& state, const state_change& change) {
        const bool is_started = state.status == step_status::started;
        if (is_started && enters_in_order(state) && (change.goes_on || !change.ready.empty())) {
            if (!state.retries_alone) enqueue_next_in_order(state);
        } else if (is_started && !change.ready.empty()) {
            enqueue_ready(state, change.ready);
        }
        if (change.error) {
            fail(state, {*change.error, change.error_is_final});
        } else if (is_started) {
            judge(state);
        } else if (state.status == step_status::completed) {
            runs_.try_emplace(state.run_id, run_change{&state, std::nullopt});
        }
    }

    bool leave_to_queue(int64_t tasks) const {
        const bool is_short = mode_ == advance_mode::short_work || mode_ == advance_mode::apart;
        return is_short && tasks > inline_task_limit();
    }

    /// Whether a step is to be started by a queue row of its own. So is each whose source is evaluated: its
    /// errors, its crashes and its time are then nobody else's.
    bool starts_in_queue(const step_state& state) const {
        if (!state.is_fanout) return false;
        if (state.evaluates_source()) {
            return mode_ != advance_mode::everything || !asked_for_.count(state.state_id);
        }
        if (mode_ != advance_mode::short_work || comes_in_parts(state)) return false;
        return leave_to_queue(state.pipelined_state_id ? load_state(*state.pipelined_state_id).total_tasks
                                                       : count_items(state));
    }

    enum class start_result { started, empty, queued };

    /// A step that starts, and what comes of it.
    struct beginning {
        const step_state* state;
        start_result result = start_result::queued;
        spawned given = {};  ///< the stripes that it gets; a pipelined step has got its source's before
        bool is_decided = false;
    };

    /// In one subtransaction, since a call may start hundreds; after an error by halves. Those for which no
    /// subtransaction is left start by queue rows.
    void start(const std::vector<const step_state*>& due) {
        std::vector<beginning> all;
        for (const step_state* state : due) {
            if (!may_start(*state)) continue;
            if (state->evaluates_source() && !starts_in_queue(*state))
                start_by_evaluation(*state);
            else
                all.push_back({state});
        }
        std::vector<beginning*> pieces;
        for (beginning& b : all) pieces.push_back(&b);
        auto begin_all = [&](std::span<beginning* const> some) {
            for (beginning* b : some) begin(*b);
            for (beginning* b : some) b->is_decided = true;
        };
        auto give_up = [&](beginning* b, const pg_error& error) {
            b->is_decided = true;
            b->result = start_result::queued;
            fail_start(*b->state, error);
        };
        int subtransactions = most_subtransactions;
        in_halves<beginning*>(pieces, subtransactions, begin_all, give_up);
        for (const beginning& b : all) {
            b.is_decided ? has_begun(b) : enqueue_internal(*b.state, {.kind = queue_kind::start});
        }
    }

    /// Whether it may start now.
    bool may_start(const step_state& state) {
        if (!state.run_is_live) return false;
        if (mode_ != advance_mode::apart && add_step_cap(state, changes_.waits)) return true;
        enqueue_internal(state, mode_ == advance_mode::apart ? internal_work{.kind = queue_kind::start}
                                                             : put_off(queue_kind::start));
        return false;
    }

    void begin(beginning& b) {
        const step_state& state = *b.state;
        b.given = {};
        b.result = try_to_start(state, b.given);
        if (b.result != start_result::empty) return;
        if (holds(state, state.dependents)) return write_empty_output(state);
        enqueue_internal(state, {.kind = queue_kind::start});
        b.result = start_result::queued;
    }

    void has_begun(const beginning& b) {
        if (b.result == start_result::empty) {
            completed(*b.state, edge_end::whole);
        } else if (b.result == start_result::started) {
            announce_start(*b.state, b.given, changes_);
        }
    }

    void start_by_evaluation(const step_state& state) {
        beginning b{&state};
        std::optional<source_failures> failed;
        const std::optional<pg_error> error = subtransaction_despite_conflicts([&] {
            // Of each try anew: what the source has failed in before is not what ended the last one.
            failed.emplace();
            begin(b);
        });
        if (!error) return has_begun(b);
        if (error->passes() && !failed->any()) throw pg_error(*error);
        if (role_exists(state.owner)) return try_source_again(state, *error);
        fail_start(state, *error);
    }

    void fail_start(const step_state& state, const pg_error& error) {
        fail(state, {error.message(), false, error.has_sqlstate(sqlstate::invalid_source)});
    }

    /// Whether these steps' states are locked: of long chains of fan-outs only some are.
    bool holds(const step_state& state, const std::vector<int64_t>& step_ids) const {
        return std::all_of(step_ids.begin(), step_ids.end(), [&](int64_t step_id) {
            return by_step_.contains({key_of(state.run_id), step_id});
        });
    }

    start_result try_to_start(const step_state& state, spawned& given) {
        const TimestampTz now = engine_clock();
        if (state.feeds_steps && !holds(state, changed_by_start(state))) {
            enqueue_internal(state, {.kind = queue_kind::start});
            return start_result::queued;
        }
        if (state.is_stream()) {
            given = open_stream(state, now);
            return start_result::started;
        }
        if (starts_in_queue(state)) {
            enqueue_internal(state, {.kind = queue_kind::start});
            return start_result::queued;
        }
        if (state.pipelined_state_id) {
            return start_pipelined(state, now) ? start_result::empty : start_result::started;
        }
        given = spawn_tasks(
            state, now, mode_ == advance_mode::everything ? spawn_extent::whole : spawn_extent::first_part);
        return given.tasks == 0 ? start_result::empty : start_result::started;
    }

    void try_source_again(const step_state& state, const pg_error& error) {
        const source_failure failed = record_source_failure(state, error);
        if (failed.retry_at) {
            enqueue_internal(state, {.kind = queue_kind::start, .available_at = *failed.retry_at});
        } else {
            fail(state, {failed.error, failed.is_final, error.has_sqlstate(sqlstate::invalid_source)});
        }
    }

    void judge(const step_state& state) {
        if (state.retries_alone) return judge_retries(state);
        if (const std::optional<std::string> error = tolerance_exceeded(state)) {
            fail(state, {*error});
        } else if (state.open_stripes == 0) {
            finish(state);
        }
    }

    /// Once they have ended, the run fails again, unless no failure is left: whether that is so in other steps, and what
    /// goes on then, a call of its own finds out, with all of the run locked.
    void judge_retries(const step_state& state) {
        if (state.open_stripes > static_cast<int32_t>(state.is_open)) return;
        if (const std::optional<std::string> left = failures_left(state)) return fail(state, {*left});
        enqueue_internal(state, {.kind = queue_kind::finish});
    }

    void finish_singles(const std::vector<const step_state*>& states) {
        const std::set<int64_t> done = complete_singles(states);
        for (const step_state* state : states) {
            if (done.contains(state->state_id)) {
                completed(*state);
            } else {
                fail(*state, {missing_result_error()});
            }
        }
    }

    void finish(const step_state& state) {
        if (!state.is_fanout) return finish_singles({&state});
        if (builds_array(state) && leave_to_queue(state.total_tasks)) {
            enqueue_internal(state, {.kind = queue_kind::finish});
            return;
        }
        // Only an array can outgrow jsonb. The subtransaction writes nothing, so that it takes no id: one
        // call may end hundreds of steps.
        std::optional<Datum> array;
        std::optional<pg_error> error;
        if (builds_array(state)) error = subtransaction([&] { array = output_array(state); });
        if (error) {
            if (error->passes()) throw pg_error(*error);
            fail(state, {"its results can't be aggregated: " + error->description()});
            return;
        }
        complete_fanout(state, array);
        if (array) pg_call([&] { pfree(DatumGetPointer(*array)); });
        completed(state);
    }

    /// Whether pipelined steps were told when the state started, or are told now.
    enum class edge_end { whole, pipelined_before };

    void completed(const step_state& state, edge_end end = edge_end::pipelined_before) {
        bool told = false;
        for (int64_t step_id : state.dependents) {
            const int64_t id = by_step_.at({key_of(state.run_id), step_id});
            if (end != edge_end::whole && states_.at(id).pipelined_step_id == state.step_id) continue;
            // A resume has it run again: what has begun with its output before goes on with that.
            if (states_.at(id).status != step_status::created) continue;
            ++pending_[id].dependencies_done;
            told = true;
        }
        if (!told) runs_.try_emplace(state.run_id, run_change{&state, std::nullopt});
    }

    void fail(const step_state& state, const step_failure& why) {
        write_failure(state, why);
        const run_change change{&state, why.error, why.is_final};
        const auto [known, is_new] = runs_.try_emplace(state.run_id, change);
        if (!is_new && !known->second.error) known->second = change;
    }

    change_set& changes_;
    std::map<int64_t, state_change>& pending_;
    std::set<int64_t> asked_for_;
    step_states states_;
    std::map<std::pair<lock_key, int64_t>, int64_t> by_step_;
    run_changes runs_;
    advance_mode mode_;
};

}  // namespace

bool end_run(const pg_uuid_t& run_id, run_status status, const std::optional<std::string>& error,
             const std::optional<std::string>& failed_step, bool is_final) {
    static statement end(
        "UPDATE fanout.runs SET status = $2, error = $3, failed_step = $4, completed_at = $5, error_is_final = CASE $2 WHEN 'failed' THEN $6 END "
        "WHERE run_id = $1 AND status = 'started' RETURNING parent_state_id, flow_id",
        {UUIDOID, TEXTOID, TEXTOID, TEXTOID, TIMESTAMPTZOID, BOOLOID});
    const std::optional<std::string> kept = error ? std::optional(error_text(*error)) : std::nullopt;
    rows ended =
        end.run({param::uuid(run_id), param::text(run_statuses.name_of(status)), param::optional_text(kept),
                 param::optional_text(failed_step), param::time(engine_clock()), param::boolean(is_final)});
    if (ended.empty()) return false;
    discard_rows_of_ended({run_id});
    end_descendants(run_id, status);
    if (!ended.is_null(0, 1)) tell_parent(run_id);
    tell_end(run_id, ended.int8(0, 2), status);
    return true;
}

namespace {

struct locked_runs {
    bool any_started;  ///< whether any of them goes on
    std::vector<pg_uuid_t> busy;
};

/// The ids rise.
locked_runs lock_runs(const std::vector<pg_uuid_t>& run_ids, patience* waits) {
    static const row_lock lock("runs", "runs_pkey", {{1, BTEqualStrategyNumber, F_UUID_EQ}},
                               LockTupleNoKeyExclusive, {"status"});
    locked_runs result{false, {}};
    if (run_ids.empty()) return result;
    check_lock_order(lock_phase::runs, key_of(run_ids.front()));
    const locked_in_time found = lock_in_time(lock, uuid_datums(run_ids), waits);
    for (size_t i = 0; i < found.rows.size(); ++i) {
        if (found.rows.text(i, 1) == "started") result.any_started = true;
    }
    for (size_t position : found.busy) result.busy.push_back(run_ids[position]);
    return result;
}

/// Whether a step of the run is still to be completed.
bool has_incomplete_step(const read_snapshot& now, const pg_uuid_t& run_id) {
    static const index_scan find("step_states", "step_states_step_is_unique",
                                 {{1, BTEqualStrategyNumber, F_UUID_EQ}}, {"status"}, BackwardScanDirection);
    // From the last steps on, of which some are mostly left: so not all are looked at each time that one of
    // many ends.
    constexpr uint64_t first_look = 8;
    for (uint64_t most = first_look;; most *= first_look) {
        const found_rows steps = find.run(now, {UUIDPGetDatum(&run_id)}, most);
        for (size_t i = 0; i < steps.size(); ++i) {
            if (steps.text(i, 1) != "completed") return true;
        }
        if (steps.size() < most) return false;
    }
}

/// After they were locked, with a new snapshot: of two siblings that finish at once, the second sees the
/// first's end.
std::vector<pg_uuid_t> complete_locked_runs(const std::vector<pg_uuid_t>& run_ids) {
    static const index_scan find("runs", "runs_pkey", {{1, BTEqualStrategyNumber, F_UUID_EQ}},
                                 {"run_id", "status", "parent_state_id", "flow_id"});
    static const locked_rows all("runs", "runs_pkey", {{1, BTEqualStrategyNumber, F_UUID_EQ}},
                                 {"status", "completed_at"});
    std::vector<pg_uuid_t> result, children;
    std::vector<int64_t> flows;
    if (run_ids.empty()) return result;
    {
        const read_snapshot now;
        const found_rows found = find.run_each(now, uuid_datums(run_ids));
        for (size_t i = 0; i < found.size(); ++i) {
            if (found.text(i, 2) != "started" || has_incomplete_step(now, found.uuid(i, 1))) continue;
            result.push_back(found.uuid(i, 1));
            flows.push_back(found.int8(i, 4));
            if (!found.is_null(i, 3)) children.push_back(found.uuid(i, 1));
        }
    }
    const parameter now = param::time(engine_clock()), status = param::text("completed");
    std::vector<parameter> values;
    for (size_t i = 0; i < result.size(); ++i) values.insert(values.end(), {status, now});
    if (!result.empty()) all.update_each(uuid_datums(result), values);
    for (const pg_uuid_t& id : children) tell_parent(id);
    for (size_t i = 0; i < result.size(); ++i) tell_end(result[i], flows[i], run_status::completed);
    return result;
}

/// A run that somebody else has locked, as who cancels it, is looked at again later.
void put_off_run(const run_change& change) {
    internal_work again = put_off(change.error ? queue_kind::fail : queue_kind::finish);
    again.reason = change.error;
    again.reason_is_final = change.is_final;
    enqueue_internal(*change.by, again);
}

void end_runs(run_changes& runs, patience* waits) {
    std::vector<pg_uuid_t> all, perhaps_complete;
    for (const auto& [run_id, change] : runs) all.push_back(run_id);
    const locked_runs locked = lock_runs(all, waits);
    for (const pg_uuid_t& run_id : locked.busy) {
        put_off_run(runs.at(run_id));
        runs.erase(run_id);
    }
    if (!locked.any_started) return;
    for (const auto& [run_id, change] : runs) {
        if (!change.error) perhaps_complete.push_back(run_id);
    }
    complete_locked_runs(perhaps_complete);
    for (const auto& [run_id, change] : runs) {
        if (!change.error) continue;
        const std::string& step = change.by->step_slug;
        end_run(run_id, run_status::failed, "step \"" + step + "\": " + *change.error, step, change.is_final);
    }
}

}  // namespace

std::vector<pg_uuid_t> complete_runs(const std::vector<pg_uuid_t>& run_ids) {
    return lock_runs(run_ids, nullptr).any_started ? complete_locked_runs(run_ids) : std::vector<pg_uuid_t>{};
}

void advance(change_set& changes, advance_mode mode, state_locks locks) {
    if (changes.states.empty()) return;
    pass over_states(changes, mode, locks);
    end_runs(over_states.run(), changes.waits);
}

}  // namespace fanout
