#include "engine/resume.hpp"

#include "engine/advance.hpp"
#include "engine/entry_in_order.hpp"
#include "engine/family.hpp"
#include "engine/output_readers.hpp"
#include "engine/rerun.hpp"
#include "engine/run_end.hpp"
#include "engine/spawn.hpp"
#include "engine/version_change.hpp"
#include "flows/handler.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/lock_order.hpp"
#include "postgres/settings.hpp"
#include "postgres/sleep.hpp"
#include "queue/entry_mark.hpp"
#include "queue/fair_key.hpp"
#include "queue/internal_row.hpp"
#include "queue/limit.hpp"
#include "queue/queue_writer.hpp"
#include "queue/rows_of_runs.hpp"
#include "queue/wake.hpp"
#include "runs/results.hpp"
#include "runs/under_way.hpp"

#include <algorithm>

namespace fanout {
namespace {

[[noreturn]] void raise_still_stopping(const pg_uuid_t& run_id, const std::string& reason) {
    raise(sqlstate::still_stopping, "run " + uuid_text(run_id) + " is still stopping: " + reason,
          "Try again in a moment.");
}

/// Of two calls that resume one run the second waits, and finds it started: it must not remove what the first
/// one has put into the queue. Returns how the run has ended.
std::optional<run_status> lock_ended_run(const pg_uuid_t& run_id, int patience) {
    static statement ended("SELECT status FROM fanout.runs WHERE run_id = $1 AND status <> 'started'",
                           {UUIDOID});
    const object_lock lock = lock_of_run(run_id);
    if (patience > 1) {
        lock.take(ExclusiveLock);
    } else if (!lock.try_to_take(ExclusiveLock)) {
        raise_still_stopping(run_id, "another call resumes it");
    }
    rows found = ended.run({param::uuid(run_id)});
    if (found.empty()) return std::nullopt;
    return run_statuses.find(found.text(0, 1));
}

void check_has_failures(const pg_uuid_t& run_id) {
    static statement find("SELECT FROM fanout.step_states WHERE run_id = $1 AND failed_items > 0 LIMIT 1",
                          {UUIDOID});
    if (!find.run({param::uuid(run_id)}).empty()) return;
    raise(sqlstate::invalid_argument,
          "run " + uuid_text(run_id) +
              " is completed, and nothing of it has failed: there is nothing to resume",
          "fanout.errors lists what has failed.");
}

/// Task indexes by state.
using index_lists = std::map<int64_t, std::vector<int32_t>>;

/// The tasks of a step: its own, or while it hasn't started those that it will have by its source.
struct extent {
    int32_t tasks, stripe_width;
    bool is_open;
};
using extents = std::map<int64_t, extent>;

std::optional<extent> extent_of(const step_state& state, const extents& known) {
    if (state.has_tasks) return extent{state.total_tasks, state.stripe_width, state.is_open};
    if (!state.pipelined_state_id) return std::nullopt;
    const auto source = known.find(*state.pipelined_state_id);
    return source == known.end() ? std::nullopt : std::optional(source->second);
}

/// Counts anew what of each stripe is to be done. Returns how many stripes that are, one more for what may be
/// pushed.
int32_t count_anew(const step_state& state, const extent& of) {
    if (of.tasks == 0) return of.is_open ? 1 : 0;
    if (!state.is_fanout) return has_result(state) ? 0 : 1;
    return recount_stripes(state, of.tasks, of.stripe_width) + (of.is_open ? 1 : 0);
}

/// What is left to be done of a step that isn't completed.
void write_counters(const step_state& state, const std::optional<extent>& of) {
    static statement write(
        "UPDATE fanout.step_states SET open_stripes = $2, stripe_width = nullif($3, 0), "
        "failed_items = $4, error = NULL, has_bad_source = NULL, "
        "retries_alone = NULL, completed_at = NULL, "
        "status = CASE WHEN total_tasks IS NULL THEN 'created' ELSE 'started' END WHERE state_id = $1",
        {INT8OID, INT4OID, INT4OID, INT4OID});
    remove_stripes({state.state_id});
    write.run({param::int8(state.state_id), param::int4(of ? count_anew(state, *of) : 0),
               param::int4(of ? of->stripe_width : 0),
               param::int4(state.has_tasks ? count_failed_items(state) : 0)});
}

/// A row for each stripe and attempt, in their order.
void enter_again(const step_state& state, const std::vector<missing_tasks>& missing) {
    const int32_t stripes = (state.total_tasks + state.stripe_width - 1) / state.stripe_width;
    queue_row row = waiting_row(state, queue_kind::task, queue_handler(state.handler));
    row.virtual_time = entry_mark({row.queue, row.handler, row.priority}).return_time();
    row.virtual_step = state.fair_key ? 1 : stripes;
    row.expires_at = next_availability(state, 0, engine_clock()).expires_at;
    queue_writer rows;
    std::vector<int64_t> entered;
    for (const missing_tasks& m : missing) {
        row.stripe = m.stripe;
        row.attempt = m.attempt;
        row.has_progress = m.has_progress;
        row.indexes = m.indexes;
        entered.push_back(rows.add(row, std::nullopt, 0));
        ++row.virtual_time;
    }
    rows.finish();
    if (state.fair_key) move_to_end_of_line(entered);
    wake_idle_workers(row.queue, row.handler);
}

/// Puts what has no result into the queue: a row for each stripe and attempt. Attempts go on counting. Of a
/// pipelined step only that whose item is there.
void requeue_missing(const step_state& state) {
    if (state.total_tasks == 0) return;
    if (enters_in_order(state)) return enqueue_anew_in_order(state);
    const int32_t there = spawned_tasks(state);
    if (there < state.total_tasks) enqueue_internal(state, {.kind = queue_kind::start});
    enter_again(state, find_missing_tasks(state, there));
}

/// Steps without tasks wait again for what isn't there.
void count_dependencies_anew(const pg_uuid_t& run_id) {
    static statement reset(
        "UPDATE fanout.step_states s SET remaining_deps = (SELECT count(*) FROM fanout.deps d "
        "    JOIN fanout.step_states p ON p.run_id = s.run_id AND p.step_id = d.dep_step_id "
        "    JOIN fanout.steps t ON t.step_id = d.step_id "
        "   WHERE d.step_id = s.step_id AND p.status <> 'completed' "
        "     AND NOT (p.status = 'started' AND p.step_id IS NOT DISTINCT FROM t.pipelined_step_id)) "
        "WHERE s.run_id = $1 AND s.status <> 'completed' AND s.total_tasks IS NULL",
        {UUIDOID});
    reset.run({param::uuid(run_id)});
}

/// Steps that are completed, and are to run again, because what they gave can't be fanned out over: single
/// ones, which alone are to blame for what they give. Their attempts go on counting, this one as failed.
std::set<int64_t> producers_to_run_again(const pg_uuid_t& run_id) {
    static statement find(
        "SELECT p.state_id, s.error FROM fanout.step_states s "
        "JOIN fanout.steps t ON t.step_id = s.step_id JOIN fanout.deps d ON d.step_id = s.step_id "
        "JOIN fanout.steps b ON b.step_id = d.dep_step_id AND b.step_type = 'single' "
        "     AND coalesce(t.fanout_from, b.step_slug) = b.step_slug "
        "JOIN fanout.step_states p ON p.run_id = s.run_id AND p.step_id = b.step_id AND p.status = 'completed' "
        "WHERE s.run_id = $1 AND s.has_bad_source ORDER BY 1",
        {UUIDOID});
    rows found = find.run({param::uuid(run_id)});
    std::set<int64_t> result;
    for (size_t i = 0; i < found.size(); ++i) {
        const int64_t state_id = found.int8(i, 1);
        if (!result.insert(state_id).second) continue;
        fail_results(load_state(state_id), found.text(i, 2));
        // A completed child would only give its output again.
        detach_children(state_id, {0, PG_INT32_MAX});
    }
    return result;
}

/// What of a step runs again.
enum class rerun { nothing, what_is_missing, everything };

/// The steps of a run that is resumed, one after the other along its graph, and what of each is done again for what is done
/// again before it.
class reruns {
public:
    reruns(const pg_uuid_t& run_id, what_failed failed) : failed_(failed) {
        if (failed != what_failed::stays) producers_ = producers_to_run_again(run_id);
    }

    rerun of(const step_state& state) {
        const rerun result = decide(state);
        // What isn't completed nothing has begun with; but with what a producer gave before, which goes on with that.
        const bool is_producer = producers_.contains(state.state_id);
        if (result == rerun::everything || (result != rerun::nothing && is_completed(state) && !is_producer))
            again_[state.step_id] = result;
        return result;
    }

    /// Takes back what is to run again of a step that goes on with its tasks. What a pipelined step made of such a result goes,
    /// too.
    void take_back(const step_state& state) {
        if (again_.contains(state.step_id)) forget_output(state);
        if (!state.has_tasks || failed_ == what_failed::stays) return;
        const index_set gone = take_back_failed(state, changed_items(state));
        if (!gone.empty()) removed_[state.state_id] = gone.elements();
    }

private:
    static bool is_completed(const step_state& state) { return state.status == step_status::completed; }

    std::vector<int32_t> changed_items(const step_state& state) const {
        const auto source =
            state.pipelined_state_id ? removed_.find(*state.pipelined_state_id) : removed_.end();
        return source == removed_.end() ? std::vector<int32_t>{} : source->second;
    }

    rerun decide(const step_state& state) const {
        if (state.has_tasks && follows_from_other_output(state)) return rerun::everything;
        if (!is_completed(state) || producers_.contains(state.state_id)) return rerun::what_is_missing;
        const bool has_failures = failed_ == what_failed::runs_again_everywhere && state.failed_items > 0;
        return has_failures || !changed_items(state).empty() ? rerun::what_is_missing : rerun::nothing;
    }

    /// Whether something that it depends on is about to give something else, as a whole.
    bool follows_from_other_output(const step_state& state) const {
        return std::any_of(state.depends_on.begin(), state.depends_on.end(), [&](int64_t step_id) {
            const auto found = again_.find(step_id);
            if (found == again_.end()) return false;
            return found->second == rerun::everything || step_id != state.pipelined_step_id;
        });
    }

    what_failed failed_;
    std::set<int64_t> producers_;
    std::map<int64_t, rerun> again_;  ///< by step
    index_lists removed_;
};

/// What was pushed to a stream nobody pushes again.
void refuse_stream(const step_state& state) {
    if (!state.is_stream()) return;
    raise(sqlstate::invalid_argument,
          state.where() + " would run again, and is a stream whose items were pushed",
          "Start another run, and push them to that.");
}

}  // namespace

void remove_queue_rows(const pg_uuid_t& run_id, int patience) {
    constexpr long pause_ms = 10;
    if (under_way::has_run(run_id)) raise_still_stopping(run_id, "this function is called for a task of it");
    std::map<int64_t, int64_t> freed;
    for (int i = 0; i < patience; ++i) {
        remove_rows_of_run(run_id, freed);
        // Of several runs, so in no order.
        if (!has_rows(run_id)) return release_slots(freed);
        sleep_ms(pause_ms, "FanoutReturnOfClaims");
    }
    raise_still_stopping(run_id, "a worker's call on it is under way");
}

std::vector<int64_t> lock_run_parts(const pg_uuid_t& run_id) {
    static statement lock_states(
        "SELECT state_id FROM fanout.step_states WHERE run_id = $1 ORDER BY state_id FOR NO KEY UPDATE",
        {UUIDOID});
    lock_stripes(run_id);
    check_lock_order(lock_phase::states);
    rows locked = lock_states.run({param::uuid(run_id)});
    std::vector<int64_t> ids;
    for (size_t i = 0; i < locked.size(); ++i) ids.push_back(locked.int8(i, 1));
    return ids;
}

void restart_run(const pg_uuid_t& run_id, std::optional<bool> follows) {
    static statement restart(
        "UPDATE fanout.runs r SET status = 'started', error = NULL, error_is_final = NULL, failed_step = NULL, completed_at = NULL, "
        "deadline = $2 + f.run_timeout, follows_current = coalesce($3, follows_current) FROM fanout.flows f "
        "WHERE r.run_id = $1 AND f.flow_id = r.flow_id",
        {UUIDOID, TIMESTAMPTZOID, BOOLOID});
    check_lock_order(lock_phase::runs, key_of(run_id));
    const parameter below = follows ? param::boolean(*follows) : param::null();
    if (restart.run({param::uuid(run_id), param::time(engine_clock()), below}).size() > 0) return;
    raise(sqlstate::unknown_run, "run " + uuid_text(run_id) + " was removed meanwhile",
          "fanout.runs_overview lists the runs.");
}

void recount_failed_items(const step_state& state) {
    static statement write("UPDATE fanout.step_states SET failed_items = $2 WHERE state_id = $1",
                           {INT8OID, INT4OID});
    write.run({param::int8(state.state_id), param::int4(count_failed_items(state))});
}

void run_what_is_missing(const pg_uuid_t& run_id, const std::vector<int64_t>& state_ids, what_failed failed) {
    change_set changes;
    reruns again(run_id, failed);
    extents known;
    for (const auto& [state_id, state] : load_states(state_ids)) {
        const rerun what = again.of(state);
        if (what == rerun::everything) {
            refuse_stream(state);
            take_back_step(state);
            continue;
        }
        const std::optional<extent> of = extent_of(state, known);
        if (of) known[state_id] = *of;
        if (what == rerun::nothing) continue;
        again.take_back(state);
        write_counters(state, of);
        if (state.has_tasks) {
            add_step_cap(state);
            requeue_missing(state);
        }
        changes.states[state_id];
    }
    count_dependencies_anew(run_id);
    // The run's states and its row are locked: to lock them again waits for nobody.
    const lock_order_scope own_rows;
    advance(changes, advance_mode::short_work, state_locks::held);
    complete_runs({run_id});
}

bool resume(const pg_uuid_t& run_id, int patience, what_failed failed, const flow_version* follows) {
    // Called on a child run while its parent's claim is locked: an order of its own.
    const lock_order_scope order;
    const std::optional<run_status> status = lock_ended_run(run_id, patience);
    const bool is_completed = status == run_status::completed;
    if (!status || (is_completed && failed != what_failed::runs_again_everywhere)) return false;
    if (is_completed) {
        check_has_failures(run_id);
        refuse_where_output_is_read(run_id);
    }
    remove_queue_rows(run_id, patience);
    std::optional<version_change> change;
    if (follows) change.emplace(run_id, *follows).forget_allowances();
    const std::vector<int64_t> state_ids = lock_run_parts(run_id);
    if (change) change->write();
    restart_run(run_id, follows != nullptr);
    run_what_is_missing(run_id, state_ids, failed);
    return true;
}

}  // namespace fanout
