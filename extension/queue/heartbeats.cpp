#include "queue/heartbeats.hpp"

#include "postgres/index_scan.hpp"
#include "postgres/locked_rows.hpp"
#include "postgres/past_executor.hpp"
#include "postgres/row_lock.hpp"
#include "postgres/settings.hpp"

namespace fanout {

void begin_heartbeats(int64_t worker_id, TimestampTz now) {
    static statement beat(
        "INSERT INTO fanout.heartbeats (worker_id, seen_at, leased_until) VALUES ($1, $2, $3)",
        {INT8OID, TIMESTAMPTZOID, TIMESTAMPTZOID});
    beat.run({param::int8(worker_id), param::time(now), param::time(now + lease_us())});
}

bool heartbeats_are_written_alone() {
    return pg_call([] {
        Relation heartbeats = table_open(find_relation("heartbeats"), RowExclusiveLock);
        const bool result = past_executor::may_update(heartbeats);
        table_close(heartbeats, NoLock);
        return result;
    });
}

claims_noted_as_gone record_heartbeats(const std::vector<int64_t>& worker_ids) {
    static const row_lock lease("heartbeats", "heartbeats_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}},
                                LockTupleNoKeyExclusive, {"worker_id", "gone_claims"});
    static const locked_rows beat("heartbeats", "heartbeats_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}},
                                  {"seen_at", "leased_until", "suspect_since"});
    const found_rows heard = lease.run_each({worker_ids.begin(), worker_ids.end()}, when_locked::wait);
    const TimestampTz now = engine_clock();
    claims_noted_as_gone result;
    std::vector<Datum> keys;
    std::vector<parameter> values;
    for (size_t i = 0; i < heard.size(); ++i) {
        result.emplace(heard.int8(i, 1), int8_elements(heard.datum(i, 2)));
        keys.push_back(heard.datum(i, 1));
        values.insert(values.end(), {param::time(now), param::time(now + lease_us()), param::null()});
    }
    beat.update_each(keys, values);
    return result;
}

void move_future_heartbeats(TimestampTz now) {
    static statement move(
        "UPDATE fanout.heartbeats SET seen_at = least(seen_at, $1), suspect_since = NULL, "
        "    leased_until = least(seen_at, $1) + (leased_until - seen_at) WHERE worker_id = ANY (ARRAY("
        "SELECT worker_id FROM fanout.heartbeats WHERE seen_at > $2 OR suspect_since > $2 "
        "FOR UPDATE SKIP LOCKED))",
        {TIMESTAMPTZOID, TIMESTAMPTZOID});
    // Others have a time that is a little later than this call's.
    move.run({param::time(now), param::time(now + heartbeat_interval_us())});
}

void suspect_silent_workers(TimestampTz now) {
    static statement suspect(
        "UPDATE fanout.heartbeats SET suspect_since = $1 WHERE worker_id = ANY (ARRAY("
        "SELECT worker_id FROM fanout.heartbeats WHERE suspect_since IS NULL AND leased_until <= $2 "
        "FOR UPDATE SKIP LOCKED))",
        {TIMESTAMPTZOID, TIMESTAMPTZOID});
    suspect.run({param::time(now), param::time(now + heartbeat_interval_us())});
}

std::vector<int64_t> find_lost_workers(TimestampTz now) {
    static statement find(
        "SELECT worker_id FROM fanout.heartbeats WHERE suspect_since <= $1 AND leased_until <= $2 "
        "ORDER BY worker_id",
        {TIMESTAMPTZOID, TIMESTAMPTZOID});
    const TimestampTz interval_ago = now - heartbeat_interval_us();
    const bool was_started_in_the_future = PgStartTime > GetCurrentTimestamp();
    if (PgStartTime > interval_ago && !was_started_in_the_future) return {};
    return find.run({param::time(interval_ago), param::time(now)}).int8_column(1);
}

bool forget_lost_heartbeats(int64_t worker_id, TimestampTz now) {
    static statement forget(
        "DELETE FROM fanout.heartbeats WHERE worker_id = (SELECT worker_id FROM fanout.heartbeats "
        "WHERE worker_id = $1 AND suspect_since <= $2 AND leased_until <= $3 FOR UPDATE SKIP LOCKED)",
        {INT8OID, TIMESTAMPTZOID, TIMESTAMPTZOID});
    return !forget.run({param::int8(worker_id), param::time(now - heartbeat_interval_us()), param::time(now)})
                .empty();
}

void forget_heartbeats(int64_t worker_id) {
    static statement forget("DELETE FROM fanout.heartbeats WHERE worker_id = $1", {INT8OID});
    forget.run({param::int8(worker_id)});
}

void forget_all_heartbeats() {
    static statement forget("DELETE FROM fanout.heartbeats", {});
    forget.run({});
}

void tell_gone_claim(int64_t worker_id, int64_t claim_id) {
    static statement tell(
        "UPDATE fanout.heartbeats SET gone_claims = gone_claims || $2 WHERE worker_id = "
        "(SELECT worker_id FROM fanout.heartbeats WHERE worker_id = $1 FOR UPDATE SKIP LOCKED)",
        {INT8OID, INT8OID});
    tell.run({param::int8(worker_id), param::int8(claim_id)});
}

std::vector<int64_t> find_noted_as_gone(int64_t worker_id) {
    static const index_scan find("heartbeats", "heartbeats_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}},
                                 {"gone_claims"});
    const found_rows found = find.run(read_snapshot(), {Int64GetDatum(worker_id)});
    return found.empty() ? std::vector<int64_t>() : int8_elements(found.datum(0, 1));
}

void forget_gone_claims(int64_t worker_id) {
    static statement forget("UPDATE fanout.heartbeats SET gone_claims = '{}' WHERE worker_id = $1",
                            {INT8OID});
    forget.run({param::int8(worker_id)});
}

}  // namespace fanout
