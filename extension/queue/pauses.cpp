#include "queue/pauses.hpp"

#include "postgres/error_text.hpp"
#include "postgres/lock_order.hpp"
#include "postgres/relation.hpp"
#include "postgres/settings.hpp"
#include "postgres/trigger_call.hpp"
#include "queue/limit.hpp"
#include "queue/wake.hpp"

namespace fanout {
namespace {

/// What a backend keeps until the table changes. Of runs, which may be many, only whether there are any.
struct kept_pauses {
    std::map<std::string, int64_t, std::less<>> queues, flows;
    bool any_run = false;

    bool any_of_runs() const { return any_run || !flows.empty(); }
    bool any() const { return any_of_runs() || !queues.empty(); }
};

kept_pauses kept;
bool is_known = false, has_changed = false;
Oid table = InvalidOid;

/// May be called at any time: it allocates nothing.
void note_change(Datum, Oid relation) {
    if (relation != InvalidOid && relation != table) return;
    is_known = false;
    has_changed = true;
}

/// To be called before the table is read, so that no change is missed that is made meanwhile.
void watch_for_changes() {
    static bool is_listening = false;
    if (!is_listening) pg_call([] { CacheRegisterRelcacheCallback(note_change, static_cast<Datum>(0)); });
    is_listening = true;
    table = pg_call([] { return find_relation("pauses"); });
    has_changed = false;
}

kept_pauses read_pauses() {
    static statement read("SELECT pause_id, queue, flow_slug FROM fanout.pauses WHERE run_id IS NULL", {});
    static statement any_run("SELECT FROM fanout.pauses WHERE run_id IS NOT NULL LIMIT 1", {});
    kept_pauses result;
    const rows found = read.run({});
    for (size_t i = 0; i < found.size(); ++i) {
        const bool is_queue = !found.is_null(i, 2);
        (is_queue ? result.queues : result.flows)[found.text(i, is_queue ? 2 : 3)] = found.int8(i, 1);
    }
    result.any_run = !any_run.run({}).empty();
    return result;
}

const kept_pauses& known_pauses() {
    pg_call([] { AcceptInvalidationMessages(); });
    if (is_known) return kept;
    watch_for_changes();
    kept = read_pauses();
    // An old snapshot may not show what has long changed.
    is_known = !has_changed && !IsolationUsesXactSnapshot();
    return kept;
}

/// Of these runs those that are paused, or of a paused flow, or below such a run; each with the pause.
std::map<lock_key, int64_t> pauses_of_runs(const std::vector<pg_uuid_t>& run_ids) {
    static statement find(
        "WITH RECURSIVE line (below, run_id) AS ("
        "    SELECT u.run_id, u.run_id FROM unnest($1) AS u (run_id) "
        "    UNION ALL "
        "    SELECT l.below, s.run_id FROM line l JOIN fanout.runs c ON c.run_id = l.run_id "
        "    JOIN fanout.step_states s ON s.state_id = c.parent_state_id) "
        "SELECT l.below, min(p.pause_id) FROM line l JOIN fanout.runs r ON r.run_id = l.run_id "
        "JOIN fanout.flows f ON f.flow_id = r.flow_id CROSS JOIN LATERAL ("
        "    SELECT x.pause_id FROM fanout.pauses x WHERE x.run_id = r.run_id "
        "    UNION ALL "
        "    SELECT x.pause_id FROM fanout.pauses x WHERE x.flow_slug = f.flow_slug) p GROUP BY l.below",
        {UUIDARRAYOID});
    const rows found = find.run({param::uuid_array(run_ids)});
    std::map<lock_key, int64_t> result;
    for (size_t i = 0; i < found.size(); ++i) result[key_of(found.uuid(i, 1))] = found.int8(i, 2);
    return result;
}

std::vector<pg_uuid_t> runs_of(const step_states& states) {
    std::set<lock_key> seen;
    std::vector<pg_uuid_t> result;
    for (const auto& [id, state] : states) {
        if (seen.insert(key_of(state.run_id)).second) result.push_back(state.run_id);
    }
    return result;
}

/// A paused queue isn't searched: its rows are where they were, and who finds nothing at this moment doesn't know of them.
void wake_for_queue(const std::string& queue) {
    static statement find(
        "WITH RECURSIVE waiting (handler) AS ("
        "    (SELECT handler FROM fanout.queue WHERE worker_id IS NULL AND available_at IS NULL AND queue = $1 "
        "     ORDER BY handler LIMIT 1) "
        "    UNION ALL "
        "    SELECT n.handler FROM waiting w, LATERAL ("
        "        SELECT x.handler FROM fanout.queue x WHERE x.worker_id IS NULL AND x.available_at IS NULL "
        "           AND x.queue = $1 AND x.handler > w.handler ORDER BY x.handler LIMIT 1) n) "
        "SELECT handler FROM waiting",
        {TEXTOID});
    const rows found = find.run({param::text(queue)});
    for (size_t i = 0; i < found.size(); ++i) wake_workers(found.text(i, 1));
}

/// The column that names what is paused, and its type.
struct named_column {
    const char* name;
    Oid type;
};
named_column column_of(pausable kind) {
    switch (kind) {
    case pausable::queue:
        return {"queue", TEXTOID};
    case pausable::flow:
        return {"flow_slug", TEXTOID};
    case pausable::run:
        break;
    }
    return {"run_id", UUIDOID};
}

}  // namespace

bool add_pause(pausable kind, const parameter& name, const std::optional<std::string>& reason, Oid by) {
    const auto [column, type] = column_of(kind);
    // A row that was there has been locked by this transaction, one that is new by nobody.
    statement& write =
        kept_statement("INSERT INTO fanout.pauses (" + std::string(column) +
                           ", reason, paused_by, paused_at) VALUES ($1, $2, $3, $4) ON CONFLICT (" + column +
                           ") DO UPDATE SET reason = EXCLUDED.reason, paused_by = EXCLUDED.paused_by "
                           "RETURNING xmax = 0",
                       {type, TEXTOID, OIDOID, TIMESTAMPTZOID});
    const std::optional<std::string> kept_reason = reason ? std::optional(error_text(*reason)) : std::nullopt;
    check_lock_order(lock_phase::limits);
    return write.run({name, param::optional_text(kept_reason), param::oid(by), param::time(engine_clock())})
        .boolean(0, 1);
}

bool end_pause(pausable kind, const parameter& name) {
    const auto [column, type] = column_of(kind);
    statement& remove = kept_statement(
        "DELETE FROM fanout.pauses WHERE " + std::string(column) + " = $1 RETURNING pause_id, queue", {type});
    check_lock_order(lock_phase::limits);
    const rows removed = remove.run({name});
    if (removed.empty()) return false;
    // What is parked is read after the lock: who was parking something has done so.
    let_in_everything(removed.int8(0, 1));
    if (kind == pausable::queue) wake_for_queue(removed.text(0, 2));
    return true;
}

std::optional<int64_t> pause_of_run(const pg_uuid_t& run_id) {
    if (!known_pauses().any_of_runs()) return std::nullopt;
    const std::map<lock_key, int64_t> found = pauses_of_runs({run_id});
    return found.empty() ? std::nullopt : std::optional(found.begin()->second);
}

bool is_paused_run(const pg_uuid_t& run_id) {
    static statement find("SELECT FROM fanout.pauses WHERE run_id = $1", {UUIDOID});
    return known_pauses().any_run && !find.run({param::uuid(run_id)}).empty();
}

bool is_paused_queue(std::string_view queue) {
    return known_pauses().queues.contains(queue);
}

bool any_queue_is_paused() {
    return !known_pauses().queues.empty();
}

std::map<int64_t, int64_t> pauses_of(const step_states& states) {
    std::map<int64_t, int64_t> result;
    const kept_pauses& paused = known_pauses();
    if (!paused.any() || states.empty()) return result;
    const std::map<lock_key, int64_t> by_run =
        paused.any_of_runs() ? pauses_of_runs(runs_of(states)) : std::map<lock_key, int64_t>();
    for (const auto& [id, state] : states) {
        const auto queue = paused.queues.find(state.queue);
        const auto run = by_run.find(key_of(state.run_id));
        if (queue != paused.queues.end()) result.emplace(id, queue->second);
        if (run != by_run.end()) result.emplace(id, run->second);
    }
    return result;
}

std::set<int64_t> hold_pauses(const std::set<int64_t>& pause_ids) {
    static statement lock(
        "SELECT pause_id FROM fanout.pauses WHERE pause_id = ANY ($1) FOR KEY SHARE SKIP LOCKED",
        {INT8ARRAYOID});
    const std::vector<int64_t> held =
        lock.run({param::int8_array({pause_ids.begin(), pause_ids.end()})}).int8_column(1);
    return {held.begin(), held.end()};
}

void forget_pause_of_flow(const std::string& flow_slug) {
    static statement remove("DELETE FROM fanout.pauses WHERE flow_slug = $1", {TEXTOID});
    check_lock_order(lock_phase::limits);
    if (!known_pauses().flows.empty()) remove.run({param::text(flow_slug)});
}

void forget_pauses_of_ended_runs() {
    static statement remove(
        "DELETE FROM fanout.pauses WHERE pause_id = ANY (ARRAY("
        "    SELECT p.pause_id FROM fanout.pauses p WHERE p.run_id IS NOT NULL AND NOT EXISTS ("
        "        SELECT FROM fanout.runs r WHERE r.run_id = p.run_id AND r.status <> 'completed') "
        "    FOR UPDATE OF p SKIP LOCKED))",
        {});
    if (known_pauses().any_run) remove.run({});
}

}  // namespace fanout

using namespace fanout;

/// The trigger on pauses: forget_pauses() returns trigger.
FANOUT_PROCEDURE(fanout_forget_pauses) {
    Relation changed = trigger_of(call).tg_relation;
    pg_call([&] { CacheInvalidateRelcache(changed); });
    return PointerGetDatum(nullptr);
}
