#include "engine/overdue.hpp"

#include "postgres/settings.hpp"
#include "queue/missing_owner.hpp"
#include "runs/under_way.hpp"

#include <algorithm>

namespace fanout {
namespace {

constexpr int64_t most_tasks = 10000;
constexpr int32_t most_rows = 1000;

/// As people write it: '00:00:05'.
std::string interval_text(const Interval& interval) {
    return pg_call(
        [&] { return DatumGetCString(DirectFunctionCall1(interval_out, IntervalPGetDatum(&interval))); });
}

// Claimed tasks of runs that go on, by workers that live: after a restart of the server all have been silent,
// and their tasks with them.
#define CLAIMED_TASKS_WHERE                                                                                  \
    "SELECT q.queue_id FROM fanout.queue q JOIN fanout.step_states s USING (state_id) "                      \
    "JOIN fanout.steps t USING (step_id) JOIN fanout.flows f USING (flow_id) "                               \
    "JOIN fanout.runs r USING (run_id) WHERE q.worker_id IS NOT NULL AND q.kind = 'task' "                   \
    "AND r.status = 'started' AND EXISTS (SELECT FROM fanout.heartbeats h WHERE h.worker_id = q.worker_id "  \
    "    AND h.seen_at > $3) AND "
#define FIRST_OF_THEM "ORDER BY q.queue_id LIMIT $2"

std::vector<int64_t> ids_of(const rows& found) {
    std::vector<int64_t> ids;
    for (size_t i = 0; i < found.size(); ++i) ids.push_back(found.int8(i, 1));
    return ids;
}

/// Those of these rows that are still as they were found, and that nobody else has locked.
claims lock_rows(const std::vector<int64_t>& ids, bool claimed) {
    claims result;
    if (ids.empty()) return result;
    for (queue_row& c : lock_queue_rows(ids, when_locked::skip)) {
        if ((c.worker_id != 0) == claimed && !under_way::has_claim(c.queue_id))
            result.emplace(c.queue_id, std::move(c));
    }
    return result;
}

/// Of ended runs, whose tasks aren't to be failed any more.
void remove_garbage(claims& held, const step_states& states) {
    std::vector<int64_t> garbage;
    std::erase_if(held, [&](const auto& entry) {
        const auto state = states.find(entry.second.state_id);
        const bool is_live = state != states.end() && state->second.run_is_live;
        if (!is_live) garbage.push_back(entry.first);
        return !is_live;
    });
    delete_claims(garbage);
}

/// Their time counts from when they can run, which they can't.
void put_aside_those_unowned(claims& waiting, const step_states& states) {
    std::vector<int64_t> unowned;
    std::erase_if(waiting, [&](const auto& entry) {
        const bool is_owned = OidIsValid(states.at(entry.second.state_id).owner);
        if (!is_owned) unowned.push_back(entry.first);
        return !is_owned;
    });
    put_aside_unowned(unowned);
}

void add_failures(failing_tasks& to, int64_t claim_id, const index_set& indexes, const std::string& error,
                  bool is_out_of_retries) {
    for (int32_t index : indexes.elements())
        to.failures.push_back({claim_id, index, 0, error, false, 0, is_out_of_retries});
}

/// Which of the claim's tasks have reported in this time.
std::vector<int32_t> reported_since(const queue_row& c, TimestampTz since) {
    static statement find("SELECT task_index FROM fanout.task_progress WHERE state_id = $1 "
                          "AND task_index BETWEEN $2 AND $3 AND reported_at > $4 ORDER BY task_index",
                          {INT8OID, INT4OID, INT4OID, TIMESTAMPTZOID});
    std::vector<int32_t> result;
    if (!c.has_progress) return result;
    rows found = find.run({param::int8(c.state_id), param::int4(c.indexes.ranges().front().lo),
                           param::int4(c.indexes.ranges().back().hi - 1), param::time(since)});
    for (size_t i = 0; i < found.size(); ++i) result.push_back(found.int4(i, 1));
    return result;
}

}  // namespace

void find_expired_tasks(failing_tasks& found, TimestampTz now) {
    static statement find("SELECT queue_id FROM fanout.queue WHERE expires_at <= $1 AND worker_id IS NULL "
                          "AND kind = 'task' ORDER BY expires_at LIMIT $2",
                          {TIMESTAMPTZOID, INT4OID});
    claims expired = lock_rows(ids_of(find.run({param::time(now), param::int4(most_rows)})), false);
    const step_states states = states_of(expired);
    remove_garbage(expired, states);
    put_aside_those_unowned(expired, states);
    int64_t left = most_tasks;
    for (const auto& [id, waiting] : expired) {
        const step_state& state = states.at(waiting.state_id);
        if (left <= 0) break;
        // Promoted since it was found, merged with others, it may wait for longer.
        if (waiting.expires_at > now || !state.schedule_timeout) continue;
        index_set rest = waiting.indexes;
        const index_set taken = rest.take(left);
        left -= taken.size();
        add_failures(found, id, taken,
                     "waited longer than its schedule_timeout of " + interval_text(*state.schedule_timeout),
                     true);
        found.held.emplace(id, waiting);
    }
}

void find_silent_tasks(failing_tasks& found, TimestampTz now) {
    static statement find(
        CLAIMED_TASKS_WHERE
        "q.claimed_at + t.heartbeat_timeout <= $1 AND (NOT q.has_progress OR q.width > "
        "    (SELECT count(*) FROM fanout.task_progress p WHERE p.state_id = q.state_id "
        "      AND p.task_index BETWEEN lower(q.indexes) AND upper(q.indexes) - 1 AND p.task_index <@ q.indexes "
        "      AND p.reported_at + t.heartbeat_timeout > $1)) " FIRST_OF_THEM,
        {TIMESTAMPTZOID, INT4OID, TIMESTAMPTZOID});
    claims silent = lock_rows(
        ids_of(find.run({param::time(now), param::int4(most_rows), param::time(now - lease_us())})), true);
    const step_states states = states_of(silent);
    for (const auto& [id, c] : silent) {
        const step_state& state = states.at(c.state_id);
        if (!state.run_is_live || !state.heartbeat_timeout) continue;
        index_set silent_ones = c.indexes;
        // In a statement after the lock: under it nothing more is reported.
        silent_ones.remove(reported_since(c, now - *state.heartbeat_timeout_us));
        add_failures(found, id, silent_ones,
                     "reported nothing for its heartbeat_timeout of " +
                         interval_text(*state.heartbeat_timeout),
                     false);
        found.held.emplace(id, c);
    }
}

void find_unfinished_tasks(failing_tasks& found, TimestampTz now) {
    static statement find(
        CLAIMED_TASKS_WHERE
        "q.claim_sequence IS NULL AND strpos(q.handler, ':') = 0 "
        "AND greatest(q.claimed_at, q.narrowed_at) + coalesce(t.timeout, f.timeout) * q.width <= $1 " FIRST_OF_THEM,
        {TIMESTAMPTZOID, INT4OID, TIMESTAMPTZOID});
    const TimestampTz since = now - heartbeat_interval_us();
    claims unfinished = lock_rows(
        ids_of(find.run({param::time(since), param::int4(most_rows), param::time(now - lease_us())})), true);
    const step_states states = states_of(unfinished);
    for (const auto& [id, c] : unfinished) {
        const step_state& state = states.at(c.state_id);
        if (!state.run_is_live) continue;
        add_failures(found, id, c.indexes,
                     "did not finish within its timeout of " + interval_text(state.timeout), false);
        found.held.emplace(id, c);
    }
}

#undef CLAIMED_TASKS_WHERE
#undef FIRST_OF_THEM

}  // namespace fanout
