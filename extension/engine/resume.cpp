#include "engine/resume.hpp"

#include "engine/advance.hpp"
#include "engine/entry_in_order.hpp"
#include "engine/run_end.hpp"
#include "engine/spawn.hpp"
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
#include "runs/progress.hpp"
#include "runs/results.hpp"
#include "runs/under_way.hpp"

namespace fanout {
namespace {

[[noreturn]] void raise_still_stopping(const pg_uuid_t& run_id, const std::string& reason) {
    raise(sqlstate::still_stopping, "run " + uuid_text(run_id) + " is still stopping: " + reason,
          "Try again in a moment.");
}

/// Of two calls that resume one run the second waits, and finds it started: it must not remove what the first
/// one has put into the queue.
bool lock_ended_run(const pg_uuid_t& run_id, int patience) {
    static statement ended("SELECT FROM fanout.runs WHERE run_id = $1 AND status IN ('failed', 'cancelled')",
                           {UUIDOID});
    const object_lock lock = lock_of_run(run_id);
    if (patience > 1) {
        lock.take(ExclusiveLock);
    } else if (!lock.try_to_take(ExclusiveLock)) {
        raise_still_stopping(run_id, "another call resumes it");
    }
    return !ended.run({param::uuid(run_id)}).empty();
}

/// Task indexes by state.
using index_lists = std::map<int64_t, std::vector<int32_t>>;

/// Removes the results of tasks that failed, and of a batch with items that did. What a pipelined step made
/// of such a result goes, too. The failed attempts stay in fanout.failures.
void forget_failed_results(const step_state& state, index_lists& removed) {
    const auto source = state.pipelined_state_id ? removed.find(*state.pipelined_state_id) : removed.end();
    const index_set gone =
        remove_failed_results(state, source == removed.end() ? std::vector<int32_t>{} : source->second);
    if (!gone.empty()) removed[state.state_id] = gone.elements();
    // What an attempt on the old item has reported says nothing about the new one.
    if (source != removed.end()) forget_progress({{state.state_id, source->second}});
}

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
        "SELECT p.state_id, r.generation, s.error FROM fanout.step_states s JOIN fanout.runs r ON r.run_id = s.run_id "
        "JOIN fanout.steps t ON t.step_id = s.step_id JOIN fanout.deps d ON d.step_id = s.step_id "
        "JOIN fanout.steps b ON b.step_id = d.dep_step_id AND b.step_type = 'single' "
        "     AND coalesce(t.fanout_from, b.step_slug) = b.step_slug "
        "JOIN fanout.step_states p ON p.run_id = s.run_id AND p.step_id = b.step_id AND p.status = 'completed' "
        "WHERE s.run_id = $1 AND s.has_bad_source ORDER BY 1",
        {UUIDOID});
    // A completed child would only give its output again.
    static statement release(
        "UPDATE fanout.runs SET parent_state_id = NULL, parent_index = NULL, parent_attempt = NULL "
        "WHERE parent_state_id = $1",
        {INT8OID});
    rows found = find.run({param::uuid(run_id)});
    std::set<int64_t> result;
    for (size_t i = 0; i < found.size(); ++i) {
        const int64_t state_id = found.int8(i, 1);
        if (!result.insert(state_id).second) continue;
        fail_results(state_id, found.int2(i, 2), found.text(i, 3));
        release.run({param::int8(state_id)});
    }
    return result;
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

void restart_run(const pg_uuid_t& run_id) {
    static statement restart(
        "UPDATE fanout.runs r SET status = 'started', error = NULL, error_is_final = NULL, failed_step = NULL, completed_at = NULL, "
        "deadline = $2 + f.run_timeout FROM fanout.flows f "
        "WHERE r.run_id = $1 AND f.flow_id = r.flow_id",
        {UUIDOID, TIMESTAMPTZOID});
    check_lock_order(lock_phase::runs, key_of(run_id));
    if (restart.run({param::uuid(run_id), param::time(engine_clock())}).size() > 0) return;
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
    index_lists removed;
    extents known;
    const std::set<int64_t> again =
        failed == what_failed::runs_again ? producers_to_run_again(run_id) : std::set<int64_t>();
    for (const auto& [state_id, state] : load_states(state_ids)) {
        const std::optional<extent> of = extent_of(state, known);
        if (of) known[state_id] = *of;
        if (state.status == step_status::completed && !again.contains(state_id)) continue;
        if (state.has_tasks && failed == what_failed::runs_again) forget_failed_results(state, removed);
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

bool resume(const pg_uuid_t& run_id, int patience) {
    // Called on a child run while its parent's claim is locked: an order of its own.
    const lock_order_scope order;
    if (!lock_ended_run(run_id, patience)) return false;
    remove_queue_rows(run_id, patience);
    const std::vector<int64_t> state_ids = lock_run_parts(run_id);
    restart_run(run_id);
    run_what_is_missing(run_id, state_ids, what_failed::runs_again);
    return true;
}

}  // namespace fanout
