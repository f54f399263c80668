#include "queue/claims.hpp"

#include "postgres/lock_order.hpp"
#include "postgres/locked_rows.hpp"
#include "postgres/settings.hpp"
#include "queue/availability.hpp"
#include "queue/entry_mark.hpp"
#include "queue/fair_key.hpp"
#include "queue/limit.hpp"
#include "queue/queue_writer.hpp"
#include "queue/wake.hpp"
#include "runs/under_way.hpp"

#include <algorithm>
#include <utility>

namespace fanout {
namespace {

claims held_by(int64_t worker_id, std::vector<queue_row> locked) {
    claims held;
    for (queue_row& c : locked) {
        if (c.worker_id == worker_id && !under_way::has_claim(c.queue_id))
            held.emplace(c.queue_id, std::move(c));
    }
    return held;
}

}  // namespace

locked_claims lock_claims(int64_t worker_id, const std::vector<int64_t>& claim_ids, patience* waits) {
    if (claim_ids.empty()) return {};
    check_lock_order(lock_phase::claims);
    locked_queue_rows locked = lock_queue_rows(claim_ids, waits);
    return {held_by(worker_id, std::move(locked.rows)), std::move(locked.busy)};
}

void raise_claim_busy(int64_t claim_id) {
    raise_busy("claim " + std::to_string(claim_id),
               "That works on it, or drops or resumes its run. Make the same call again a little later.");
}

claims lock_claim(int64_t worker_id, int64_t claim_id) {
    patience waits;
    locked_claims locked = lock_claims(worker_id, {claim_id}, &waits);
    if (!locked.busy.empty()) raise_claim_busy(claim_id);
    return std::move(locked.held);
}

step_states states_of(const claims& held) {
    std::set<int64_t> ids;
    for (const auto& [claim_id, c] : held) ids.insert(c.state_id);
    return load_states({ids.begin(), ids.end()});
}

claims lock_claims_of_step(int64_t worker_id, const std::vector<int64_t>& claim_ids, int64_t step_id) {
    if (claim_ids.empty()) return {};
    // What a claim is of doesn't change, so this holds under the lock, too.
    static statement of_step(
        "SELECT q.queue_id FROM fanout.queue q JOIN fanout.step_states s USING (state_id) "
        "WHERE q.queue_id = ANY ($1) AND q.worker_id = $2 AND q.kind = 'task' "
        "AND NOT q.crashed AND s.step_id = $3",
        {INT8ARRAYOID, INT8OID, INT8OID});
    const rows found =
        of_step.run({param::int8_array(claim_ids), param::int8(worker_id), param::int8(step_id)});
    std::vector<int64_t> ids;
    for (size_t i = 0; i < found.size(); ++i) ids.push_back(found.int8(i, 1));
    return held_by(worker_id, lock_queue_rows(std::move(ids), when_locked::skip));
}

void delete_claims(const std::vector<int64_t>& claim_ids) {
    static const locked_rows queue("queue", "queue_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}});
    if (!claim_ids.empty()) queue.remove({claim_ids.begin(), claim_ids.end()});
}

void narrow_claim(const queue_row& c) {
    static statement write(
        "UPDATE fanout.queue SET indexes = $2::text::int4multirange, width = $3, narrowed_at = $4 "
        "WHERE queue_id = $1",
        {INT8OID, TEXTOID, INT4OID, TIMESTAMPTZOID});
    if (c.indexes.empty()) return delete_claims({c.queue_id});
    write.run({param::int8(c.queue_id), param::text(c.indexes.text()),
               param::int4(static_cast<int32_t>(c.indexes.size())), param::time(engine_clock())});
}

void keep_first(const queue_row& c, int64_t count) {
    if (count >= c.indexes.size()) return;
    queue_row kept = c;
    index_set rest = c.indexes;
    kept.indexes = rest.take(count);
    requeue(c, rest, c.attempt, 0, c.crashed);
    narrow_claim(kept);
    // After the claim, so out of order; but this call has just taken these slots and has the locks.
    release_slots({{c.state_id, rest.size()}});
}

void put_back(const queue_row& c, const index_set& indexes, const step_states& states,
              std::map<int64_t, int64_t>& freed_slots) {
    const auto state = states.find(c.state_id);
    if (state != states.end() && state->second.run_is_live) requeue(c, indexes, c.attempt, 0, c.crashed);
    // The end of a child keeps its task's slot.
    if (c.kind == queue_kind::task) freed_slots[c.state_id] += indexes.size();
}

void give_back(const claims& held) {
    if (held.empty()) return;
    const step_states states = states_of(held);
    std::vector<int64_t> ids;
    std::map<int64_t, int64_t> freed;
    for (const auto& [claim_id, c] : held) {
        put_back(c, c.indexes, states, freed);
        ids.push_back(claim_id);
    }
    delete_claims(ids);
    release_slots(freed, states);
}

void requeue(const queue_row& from, const index_set& indexes, int16_t attempt, TimestampTz available_at,
             bool crashed) {
    queue_row row = from;
    availability when{available_at, 0};
    if (from.kind == queue_kind::task) {
        const step_state state = load_state(from.state_id);
        when = next_availability(state, available_at, engine_clock());
        row.priority = state.priority;  // which may have changed since it was claimed
    }
    const entry_mark mark({row.queue, row.handler, row.priority});
    row.worker_id = 0;
    row.indexes = indexes;
    row.attempt = attempt;
    row.crashed = crashed;
    row.expires_at = when.expires_at;
    row.virtual_time = mark.return_time();
    // A row that waits for its time gets its place when that has come.
    if (available_at == 0) row.virtual_time = std::max(row.virtual_time, end_of_line(from));
    queue_writer rows;
    rows.add(row, std::nullopt, when.available_at);
    rows.finish();
    if (available_at == 0) wake_idle_workers(from.queue, from.handler);
}

}  // namespace fanout
