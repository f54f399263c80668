#include "queue/worker.hpp"

#include "plain/sqlstates.hpp"
#include "postgres/access.hpp"
#include "postgres/index_scan.hpp"
#include "postgres/locked_rows.hpp"
#include "postgres/object_lock.hpp"
#include "postgres/patience.hpp"
#include "postgres/settings.hpp"
#include "queue/claims.hpp"
#include "queue/heartbeats.hpp"
#include "queue/home.hpp"

#include <algorithm>

namespace fanout {

namespace {

/// Of each the last, by worker.
found_rows find_exchanges(const read_snapshot& now, const std::vector<Datum>& worker_ids) {
    // By the worker alone, the newest first: see the table.
    static const index_scan find("exchanges", "exchanges_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}},
                                 {"worker_id", "idle", "sequence", "stale"}, BackwardScanDirection);
    return find.run_each(now, worker_ids, 1);
}

}  // namespace

std::map<int64_t, worker> find_workers(const std::vector<int64_t>& worker_ids, Oid caller) {
    static const index_scan find("workers", "workers_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}},
                                 {"worker_id", "owner", "slots", "handlers", "queues", "protocol"});
    refuse_in_copy();
    const read_snapshot now;
    const std::vector<Datum> keys(worker_ids.begin(), worker_ids.end());
    const found_rows found = find.run_each(now, keys), exchanges = find_exchanges(now, keys);
    std::map<int64_t, size_t> exchange_of;
    for (size_t i = 0; i < exchanges.size(); ++i) exchange_of.emplace(exchanges.int8(i, 1), i);
    std::map<int64_t, worker> result;
    for (size_t i = 0; i < found.size(); ++i) {
        const auto exchange = exchange_of.find(found.int8(i, 1));
        if (exchange == exchange_of.end()) continue;
        worker w;
        w.worker_id = found.int8(i, 1);
        w.owner = found.oid(i, 2);
        w.slots = found.int4(i, 3);
        w.handlers = found.datum(i, 4);
        w.queues = found.datum(i, 5);
        w.protocol = found.int4(i, 6);
        w.idle = exchanges.boolean(exchange->second, 2);
        w.last_sequence = exchanges.int8(exchange->second, 3);
        w.last_stale = int8_elements(exchanges.datum(exchange->second, 4));
        require_owner(caller, w.owner, "worker " + std::to_string(w.worker_id));
        result.emplace(w.worker_id, std::move(w));
    }
    return result;
}

worker load_worker(int64_t worker_id, Oid caller) {
    std::map<int64_t, worker> found = find_workers({worker_id}, caller);
    if (found.empty()) {
        raise(sqlstate::unknown_worker, "worker " + std::to_string(worker_id) + " is not registered",
              "It was silent for longer than fanout.lease, or has unregistered. Register again.");
    }
    return std::move(found.begin()->second);
}

bool remembers(const worker& w, int64_t recorded) {
    return w.last_sequence >= recorded;
}

void require_memory(const worker& w, int64_t recorded) {
    if (remembers(w, recorded)) return;
    raise(sqlstate::unknown_worker,
          "worker " + std::to_string(w.worker_id) + " had its call " + std::to_string(recorded) +
              " recorded, and " + std::to_string(w.last_sequence) + " is the last one known",
          "The server has forgotten, as a standby that lagged or a backup has. Drop what the worker holds, "
          "unregister it, and register again.");
}

namespace {

object_lock lock_of(int64_t worker_id) {
    return object_lock("workers", worker_id);
}

/// Notes what it served, in the place of who served the same before, and of whoever is gone for long.
void remember_as_past(int64_t worker_id) {
    static statement clear(
        "DELETE FROM fanout.past_workers WHERE worker_id = ANY (ARRAY("
        "    SELECT p.worker_id FROM fanout.workers w JOIN fanout.past_workers p ON p.handlers = w.handlers AND p.queues = w.queues "
        "     WHERE w.worker_id = $1 FOR UPDATE OF p SKIP LOCKED)) "
        "OR worker_id = ANY (ARRAY(SELECT worker_id FROM fanout.past_workers WHERE gone_at < $2 LIMIT 100 FOR UPDATE SKIP LOCKED))",
        {INT8OID, TIMESTAMPTZOID});
    static statement note(
        "INSERT INTO fanout.past_workers (worker_id, name, handlers, queues, gone_at) "
        "SELECT worker_id, name, handlers, queues, $2 FROM fanout.workers WHERE worker_id = $1",
        {INT8OID, TIMESTAMPTZOID});
    constexpr int64_t kept_us = 90 * USECS_PER_DAY;
    const TimestampTz now = engine_clock();
    clear.run({param::int8(worker_id), param::time(now - kept_us)});
    note.run({param::int8(worker_id), param::time(now)});
}

/// Its claims stay.
void forget(int64_t worker_id) {
    static statement forget_worker("DELETE FROM fanout.workers WHERE worker_id = $1", {INT8OID});
    static statement forget_exchange("DELETE FROM fanout.exchanges WHERE worker_id = $1", {INT8OID});
    remember_as_past(worker_id);
    forget_worker.run({param::int8(worker_id)});
    forget_exchange.run({param::int8(worker_id)});
}

/// Below 2^53, which is what JavaScript's numbers hold.
int64_t random_worker_id() {
    uint64_t bits = 0;
    if (!pg_strong_random(&bits, sizeof bits))
        pg_call([] { elog(ERROR, "no random numbers for a worker_id"); });
    return static_cast<int64_t>(std::max<uint64_t>(bits >> 11, 1));
}

}  // namespace

void lock_worker(int64_t worker_id) {
    lock_of(worker_id).take(ExclusiveLock);
}

bool try_lock_worker(int64_t worker_id) {
    return lock_of(worker_id).try_to_take(ExclusiveLock);
}

void remove_worker(int64_t worker_id) {
    static statement claims_of("SELECT queue_id FROM fanout.queue WHERE worker_id = $1", {INT8OID});
    std::vector<int64_t> ids;
    {
        rows found = claims_of.run({param::int8(worker_id)});
        for (size_t i = 0; i < found.size(); ++i) ids.push_back(found.int8(i, 1));
    }
    patience waits;
    const locked_claims locked = lock_claims(worker_id, ids, &waits);
    if (!locked.busy.empty()) raise_claim_busy(locked.busy.front());
    give_back(locked.held);
    forget(worker_id);
    forget_heartbeats(worker_id);
}

int64_t add_worker(const std::string& name, Oid owner, Datum handlers, Datum queues, int32_t slots,
                   const std::optional<std::string>& version, int32_t protocol) {
    static statement insert(
        "INSERT INTO fanout.workers (worker_id, name, owner, handlers, queues, slots, registered_at, version, protocol) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {INT8OID, TEXTOID, OIDOID, TEXTARRAYOID, TEXTARRAYOID, INT4OID, TIMESTAMPTZOID, TEXTOID, INT4OID});
    static statement begin("INSERT INTO fanout.exchanges (worker_id, sequence) VALUES ($1, 0)", {INT8OID});
    const TimestampTz now = engine_clock();
    const int64_t worker_id = random_worker_id();
    insert.run({param::int8(worker_id), param::text(name), param::oid(owner), param::datum(handlers),
                param::datum(queues), param::int4(slots), param::time(now), param::optional_text(version),
                param::int4(protocol)});
    begin.run({param::int8(worker_id)});
    begin_heartbeats(worker_id, now);
    return worker_id;
}

void forget_lost_workers(TimestampTz now) {
    for (int64_t worker_id : find_lost_workers(now)) {
        if (try_lock_worker(worker_id) && forget_lost_heartbeats(worker_id, now)) forget(worker_id);
    }
}

void forget_all_workers() {
    static statement forget[] = {{"DELETE FROM fanout.workers", {}}, {"DELETE FROM fanout.exchanges", {}}};
    for (statement& table : forget) table.run({});
    forget_all_heartbeats();
}

void remember_exchange(const worker& w, int64_t sequence, const std::vector<int64_t>& stale, bool idle) {
    static const locked_rows last_call(
        "exchanges", "exchanges_pkey",
        {{1, BTEqualStrategyNumber, F_INT8EQ}, {2, BTEqualStrategyNumber, F_INT8EQ}},
        {"sequence", "stale", "idle"});
    last_call.update({Int64GetDatum(w.worker_id), Int64GetDatum(w.last_sequence)},
                     {param::int8(sequence), param::int8_array(stale), param::boolean(idle)});
}

}  // namespace fanout
