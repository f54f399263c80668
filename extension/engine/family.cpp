#include "engine/family.hpp"

#include "engine/run_end.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/settings.hpp"
#include "queue/child_end.hpp"
#include "queue/limit.hpp"
#include "queue/rows_of_runs.hpp"
#include "runs/state.hpp"

namespace fanout {
namespace {

std::vector<pg_uuid_t> started_below(const std::vector<int64_t>& state_ids) {
    static statement find(
        "WITH RECURSIVE below AS ("
        "    SELECT r.run_id FROM unnest($1) AS parent (state_id) "
        "    JOIN fanout.runs r ON r.parent_state_id = parent.state_id AND r.status = 'started' "
        "    UNION ALL "
        "    SELECT r.run_id FROM below b JOIN fanout.step_states s ON s.run_id = b.run_id "
        "    JOIN fanout.runs r ON r.parent_state_id = s.state_id AND r.status = 'started') "
        "SELECT run_id FROM below",
        {INT8ARRAYOID});
    return find.run({param::int8_array(state_ids)}).uuid_column(1);
}

/// Cancels the started runs below these states as far as nobody has locked them; returns how many were found
/// and how many ended. Never waits, because it takes runs in no order.
struct ended_below {
    size_t found, ended;
};

ended_below end_below(const std::vector<int64_t>& state_ids, const std::string& reason) {
    static statement end(
        "UPDATE fanout.runs SET status = 'cancelled', error = $2, completed_at = $3 WHERE run_id = ANY (ARRAY("
        "    SELECT run_id FROM fanout.runs WHERE run_id = ANY ($1) AND status = 'started' "
        "    FOR NO KEY UPDATE SKIP LOCKED)) RETURNING run_id, parent_state_id, flow_id",
        {UUIDARRAYOID, TEXTOID, TIMESTAMPTZOID});
    const std::vector<pg_uuid_t> runs = started_below(state_ids);
    std::vector<pg_uuid_t> ended;
    if (runs.empty()) return {0, 0};
    rows done = end.run({param::uuid_array(runs), param::text(reason), param::time(engine_clock())});
    std::map<int64_t, int64_t> freed;
    for (size_t i = 0; i < done.size(); ++i) {
        ended.push_back(done.uuid(i, 1));
        ++freed[done.int8(i, 2)];
        tell_end(ended.back(), done.int8(i, 3), run_status::cancelled);
    }
    discard_rows_of_ended(ended);
    release_slots(freed);
    return {runs.size(), ended.size()};
}

/// Those of the states whose runs are removed, or have ended and stay so while this transaction lasts: a run
/// that is being resumed takes its children up again.
std::vector<int64_t> without_parent(const std::vector<int64_t>& state_ids) {
    static statement ended(
        "SELECT s.state_id FROM fanout.step_states s JOIN fanout.runs r ON r.run_id = s.run_id "
        "WHERE s.state_id = ANY ($1) AND r.status IN ('failed', 'cancelled') "
        "FOR SHARE OF r SKIP LOCKED",
        {INT8ARRAYOID});
    static statement removed("SELECT u.state_id FROM unnest($1) AS u (state_id) WHERE NOT EXISTS ("
                             "SELECT FROM fanout.step_states s JOIN fanout.runs r ON r.run_id = s.run_id "
                             "WHERE s.state_id = u.state_id)",
                             {INT8ARRAYOID});
    std::vector<int64_t> result;
    for (statement* of : {&ended, &removed}) {
        rows found = of->run({param::int8_array(state_ids)});
        for (size_t i = 0; i < found.size(); ++i) result.push_back(found.int8(i, 1));
    }
    return result;
}

}  // namespace

void refuse_ended_child(const pg_uuid_t& run_id) {
    static statement find("SELECT p.run_id FROM fanout.runs c "
                          "JOIN fanout.step_states s ON s.state_id = c.parent_state_id "
                          "JOIN fanout.runs p ON p.run_id = s.run_id "
                          "WHERE c.run_id = $1 AND c.status <> 'started' AND p.status <> 'completed'",
                          {UUIDOID});
    rows parent = find.run({param::uuid(run_id)});
    if (parent.empty()) return;
    const std::string id = uuid_text(parent.uuid(0, 1));
    raise(sqlstate::not_ready,
          "run " + uuid_text(run_id) + " is a child run of run " + id + " and goes on with that",
          "Resume run " + id + ": a retry or a resume of the task resumes its child.");
}

void tell_parent(const pg_uuid_t& run_id) {
    static statement find(
        "SELECT c.parent_state_id, c.parent_index, c.parent_attempt FROM fanout.runs c WHERE c.run_id = $1 "
        "AND c.parent_state_id IS NOT NULL",
        {UUIDOID});
    rows child = find.run({param::uuid(run_id)});
    if (child.empty()) return;
    const step_states parents = load_states({child.int8(0, 1)});
    const auto parent = parents.find(child.int8(0, 1));
    if (parent == parents.end() || !parent->second.run_is_live) return;
    enqueue_end_of_child(parent->second, child.int4(0, 2), child.int2(0, 3));
}

void discard_rows_of_ended(const std::vector<pg_uuid_t>& run_ids) {
    for (const pg_uuid_t& run_id : discard_waiting_rows(run_ids)) {
        const std::string id = uuid_text(run_id);
        pg_call([&] { Async_Notify("fanout_ended", id.c_str()); });
    }
}

bool end_descendants(const pg_uuid_t& run_id, std::optional<run_status> status) {
    const std::vector<int64_t> states = find_states(run_id);
    const std::string end = status == run_status::failed ? "failed"
                            : status                     ? "was " + std::string(run_statuses.name_of(*status))
                                                         : "was removed";
    const ended_below below = end_below(states, "the run that it belongs to " + end);
    return below.ended < below.found;
}

std::vector<pg_uuid_t> started_descendants(const pg_uuid_t& run_id) {
    return started_below(find_states(run_id));
}

void detach_children(int64_t state_id, const index_set::range& tasks) {
    static statement detach(
        "UPDATE fanout.runs SET parent_state_id = NULL, parent_index = NULL, parent_attempt = NULL "
        "WHERE parent_state_id = $1 AND parent_index >= $2 AND parent_index < $3",
        {INT8OID, INT4OID, INT4OID});
    detach.run({param::int8(state_id), param::int4(tasks.lo), param::int4(tasks.hi)});
}

int64_t end_orphans() {
    // From one parent to the next: they are far fewer than their children.
    static statement find(
        "WITH RECURSIVE parents AS ("
        "    (SELECT parent_state_id AS state_id FROM fanout.runs "
        "     WHERE status = 'started' AND parent_state_id IS NOT NULL ORDER BY parent_state_id LIMIT 1) "
        "    UNION ALL "
        "    SELECT (SELECT r.parent_state_id FROM fanout.runs r "
        "            WHERE r.status = 'started' AND r.parent_state_id > p.state_id ORDER BY 1 LIMIT 1) "
        "    FROM parents p WHERE p.state_id IS NOT NULL) "
        "SELECT p.state_id FROM parents p LEFT JOIN fanout.step_states s ON s.state_id = p.state_id "
        "LEFT JOIN fanout.runs r ON r.run_id = s.run_id "
        "WHERE p.state_id IS NOT NULL AND (r.run_id IS NULL OR r.status IN ('failed', 'cancelled'))",
        {});
    std::vector<int64_t> states;
    {
        rows found = find.run({});
        for (size_t i = 0; i < found.size(); ++i) states.push_back(found.int8(i, 1));
    }
    if (!states.empty()) states = without_parent(states);
    if (states.empty()) return 0;
    return static_cast<int64_t>(end_below(states, "the run that it belongs to has ended").ended);
}

}  // namespace fanout
