#include "advance.hpp"

#include "aggregate.hpp"
#include "errors.hpp"
#include "family.hpp"
#include "fanout.hpp"
#include "limit.hpp"
#include "owner_scope.hpp"
#include "pipeline.hpp"
#include "source.hpp"
#include "stream.hpp"
#include "tolerance.hpp"

#include <cstring>

namespace fanout {
namespace {

struct uuid_less {
    bool operator()(const pg_uuid_t& a, const pg_uuid_t& b) const {
        return std::memcmp(&a, &b, UUID_LEN) < 0;
    }
};

struct run_failure {
    std::string step_slug, error;
};

/// What a pass over the states leaves to do for runs: nothing to fail means that a leaf was completed.
using run_changes = std::map<pg_uuid_t, std::optional<run_failure>, uuid_less>;

struct counters {
    std::string status;
    int32_t open_stripes;
    int32_t remaining_deps;
};

counters apply_change(int64_t state_id, const state_change& change) {
    static statement apply(
        "UPDATE fanout.step_states SET open_stripes = open_stripes + $2 - $3, remaining_deps = remaining_deps - $4, "
        "stripe_width = coalesce(nullif($5, 0), stripe_width), total_tasks = total_tasks + $6, "
        "total_items = total_items + $7, is_open = is_open AND NOT $8, failed_items = failed_items + $9 WHERE state_id = $1 "
        "RETURNING status, open_stripes, remaining_deps",
        {INT8OID, INT4OID, INT4OID, INT4OID, INT4OID, INT4OID, INT4OID, BOOLOID, INT4OID});
    static statement lock(
        "SELECT status, open_stripes, remaining_deps FROM fanout.step_states WHERE state_id = $1 "
        "FOR NO KEY UPDATE",
        {INT8OID});
    check_lock_order(lock_phase::states, {state_id, 0});
    const bool counts = change.stripes_done > 0 || change.dependencies_done > 0 ||
                        change.stripes_opened > 0 || change.tasks_pushed > 0 || change.failed_items > 0;
    rows now = counts ? apply.run({param::int8(state_id), param::int4(change.stripes_opened),
                                   param::int4(change.stripes_done), param::int4(change.dependencies_done),
                                   param::int4(change.stripe_width), param::int4(change.tasks_pushed),
                                   param::int4(change.items_pushed), param::boolean(change.is_closed),
                                   param::int4(change.failed_items)})
                      : lock.run({param::int8(state_id)});
    if (now.empty()) return {"removed", 0, 0};
    return {now.text(0, 1), now.int4(0, 2), now.int4(0, 3)};
}

void write_failure(const step_state& state, const std::string& error) {
    static statement write("UPDATE fanout.step_states SET status = 'failed', error = $2, completed_at = $3 "
                           "WHERE state_id = $1 AND status IN ('created', 'started')",
                           {INT8OID, TEXTOID, TIMESTAMPTZOID});
    write.run({param::int8(state.state_id), param::text(error), param::time(engine_clock())});
}

/// One pass over the states, lowest id first; what a state completes has a higher id.
class pass {
public:
    pass(change_set& changes, advance_mode mode) : changes_(changes), states_(changes.states), mode_(mode) {
        for (const auto& entry : states_) asked_for_.insert(entry.first);
    }

    run_changes run() {
        while (!states_.empty()) {
            auto lowest = states_.extract(states_.begin());
            visit(lowest.key(), lowest.mapped());
        }
        return std::move(runs_);
    }

private:
    void visit(int64_t state_id, const state_change& change) {
        if (change.is_only_ready()) {
            if (has_started(state_id)) enqueue_ready(load_state(state_id), change.ready);
            return;
        }
        const counters now = apply_change(state_id, change);
        const bool is_started = now.status == "started";
        const bool is_due = now.status == "created" && now.remaining_deps == 0;
        if (!is_started && !is_due && !change.error) return;
        const step_state state = load_state(state_id);
        if (is_started && !change.ready.empty()) enqueue_ready(state, change.ready);
        if (change.error) {
            fail(state, *change.error);
        } else if (is_due) {
            start(state);
        } else {
            go_on(state, now.open_stripes);
        }
    }

    /// A state that is seen started stays so. One that isn't is locked: if it is being started just now, it
    /// has not seen the results that this transaction writes.
    static bool has_started(int64_t state_id) {
        static statement look("SELECT status FROM fanout.step_states WHERE state_id = $1", {INT8OID});
        rows now = look.run({param::int8(state_id)});
        if (!now.empty() && now.text(0, 1) == "started") return true;
        return apply_change(state_id, {}).status == "started";
    }

    bool leave_to_queue(int64_t tasks) const {
        return mode_ == advance_mode::short_work && tasks > inline_task_limit;
    }

    /// Whether a step is to be started by a queue row of its own. So is each that calls a user's function:
    /// its errors, and crashes, are then nobody else's.
    bool starts_in_queue(const step_state& state) const {
        if (!state.is_fanout) return false;
        if (state.source_function) {
            return mode_ != advance_mode::everything || !asked_for_.count(state.state_id);
        }
        if (mode_ != advance_mode::short_work) return false;
        return leave_to_queue(state.pipelined_state_id ? load_state(*state.pipelined_state_id).total_tasks
                                                       : count_items(state));
    }

    void start(const step_state& state) {
        if (!state.run_is_live) return;
        add_step_cap(state);
        start_result result = start_result::queued;
        spawned given{};
        auto begin = [&] {
            result = try_to_start(state, given);
            if (result == start_result::empty) write_empty_output(state);
        };
        std::optional<pg_error> error = state.source_function ? subtransaction_despite_conflicts(begin)
                                                              : in_subtransaction_if(state.is_fanout, begin);
        if (error) {
            fail(state, error->message());
        } else if (result == start_result::empty) {
            completed(state, edge_end::whole);
        } else if (result == start_result::started) {
            announce_start(state, given, changes_);
        }
    }

    enum class start_result { started, empty, queued };

    /// @param given  the stripes that it gets; a pipelined step has got its source's before
    start_result try_to_start(const step_state& state, spawned& given) {
        const TimestampTz now = engine_clock();
        if (state.is_stream()) {
            given = open_stream(state, now);
            return start_result::started;
        }
        if (starts_in_queue(state)) {
            enqueue_internal(state, "start");
            return start_result::queued;
        }
        if (state.pipelined_state_id) {
            return start_pipelined(state, now) ? start_result::empty : start_result::started;
        }
        given = spawn_tasks(state, now);
        return given.tasks == 0 ? start_result::empty : start_result::started;
    }

    void go_on(const step_state& state, int32_t open_stripes) {
        if (const std::optional<std::string> error = tolerance_exceeded(state)) {
            fail(state, *error);
        } else if (open_stripes == 0) {
            finish(state);
        }
    }

    void finish(const step_state& state) {
        if (builds_array(state) && leave_to_queue(state.total_tasks)) {
            enqueue_internal(state, "finish");
            return;
        }
        // Only an array can outgrow jsonb.
        std::optional<pg_error> error =
            in_subtransaction_if(builds_array(state), [&] { write_output(state); });
        if (error) {
            fail(state, "its results can't be aggregated: " + error->message());
        } else {
            completed(state);
        }
    }

    /// Whether pipelined steps were told when the state started, or are told now.
    enum class edge_end { whole, pipelined_before };

    void completed(const step_state& state, edge_end end = edge_end::pipelined_before) {
        static statement find("SELECT s.state_id FROM fanout.deps d "
                              "JOIN fanout.step_states s ON s.run_id = $1 AND s.step_id = d.step_id "
                              "JOIN fanout.steps t ON t.step_id = d.step_id "
                              "WHERE d.dep_step_id = $2 AND ($3 OR t.pipelined_step_id IS DISTINCT FROM $2)",
                              {UUIDOID, INT8OID, BOOLOID});
        rows dependents = find.run(
            {param::uuid(state.run_id), param::int8(state.step_id), param::boolean(end == edge_end::whole)});
        for (size_t i = 0; i < dependents.size(); ++i) ++states_[dependents.int8(i, 1)].dependencies_done;
        if (dependents.empty()) runs_.try_emplace(state.run_id);
    }

    void fail(const step_state& state, const std::string& error) {
        write_failure(state, error);
        std::optional<run_failure>& failure = runs_[state.run_id];
        if (!failure) failure = run_failure{state.step_slug, "step \"" + state.step_slug + "\": " + error};
    }

    template <typename F> static std::optional<pg_error> in_subtransaction_if(bool needed, F&& f) {
        if (needed) return subtransaction(f);
        f();
        return std::nullopt;
    }

    change_set& changes_;
    std::map<int64_t, state_change>& states_;
    std::set<int64_t> asked_for_;
    run_changes runs_;
    advance_mode mode_;
};

}  // namespace

void count_done(const std::map<std::pair<int64_t, int32_t>, int32_t>& done, change_set& changes) {
    static statement lower("UPDATE fanout.stripes SET remaining = remaining - $3 "
                           "WHERE state_id = $1 AND stripe = $2 AND remaining > $3",
                           {INT8OID, INT4OID, INT4OID});
    static statement finish(
        "DELETE FROM fanout.stripes WHERE state_id = $1 AND stripe = $2 AND remaining = $3",
        {INT8OID, INT4OID, INT4OID});
    static statement find("SELECT FROM fanout.stripes WHERE state_id = $1 AND stripe = $2",
                          {INT8OID, INT4OID});
    for (const auto& [key, tasks] : done) {
        check_lock_order(lock_phase::counters, key);
        const parameter state = param::int8(key.first), stripe = param::int4(key.second),
                        count = param::int4(tasks);
        // Again where a push to a stream raised the counter between the two, and none of them met it.
        for (bool counted = false; !counted;) {
            counted = !lower.run({state, stripe, count}).empty();
            if (counted) break;
            counted = !finish.run({state, stripe, count}).empty();
            if (counted) {
                ++changes.states[key.first].stripes_done;
            } else if (find.run({state, stripe}).empty()) {
                break;
            }
        }
    }
}

bool end_run(const pg_uuid_t& run_id, const char* status, const std::optional<std::string>& error,
             const std::optional<std::string>& failed_step) {
    static statement end(
        "UPDATE fanout.runs SET status = $2, error = $3, failed_step = $4, completed_at = $5 "
        "WHERE run_id = $1 AND status = 'started' RETURNING parent_state_id",
        {UUIDOID, TEXTOID, TEXTOID, TEXTOID, TIMESTAMPTZOID});
    rows ended = end.run({param::uuid(run_id), param::text(status), param::optional_text(error),
                          param::optional_text(failed_step), param::time(engine_clock())});
    if (ended.empty()) return false;
    discard_rows_of_ended({run_id});
    end_descendants(run_id, status);
    if (!ended.is_null(0, 1)) tell_parent(run_id);
    return true;
}

bool maybe_complete_run(const pg_uuid_t& run_id) {
    // The lock first, the check in a statement after it: of two siblings that finish at once, the second sees
    // the first's.
    static statement lock(
        "SELECT FROM fanout.runs WHERE run_id = $1 AND status = 'started' FOR NO KEY UPDATE", {UUIDOID});
    static statement complete(
        "UPDATE fanout.runs SET status = 'completed', completed_at = $2 WHERE run_id = $1 "
        "AND NOT EXISTS (SELECT FROM fanout.step_states s WHERE s.run_id = $1 AND s.status <> 'completed') "
        "RETURNING parent_state_id",
        {UUIDOID, TIMESTAMPTZOID});
    if (lock.run({param::uuid(run_id)}).empty()) return false;
    rows completed = complete.run({param::uuid(run_id), param::time(engine_clock())});
    if (completed.empty()) return false;
    if (!completed.is_null(0, 1)) tell_parent(run_id);
    return true;
}

void advance(change_set& changes, advance_mode mode) {
    run_changes runs = pass(changes, mode).run();
    for (const auto& [run_id, failure] : runs) {
        check_lock_order(lock_phase::runs, key_of(run_id));
        if (failure) {
            end_run(run_id, "failed", failure->error, failure->step_slug);
        } else {
            maybe_complete_run(run_id);
        }
    }
}

}  // namespace fanout
