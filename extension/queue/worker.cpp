// register_worker, unregister_worker and heartbeat.
#include "queue/worker.hpp"

#include "flows/flow.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/access.hpp"
#include "postgres/entry.hpp"
#include "postgres/index_scan.hpp"
#include "postgres/object_lock.hpp"
#include "postgres/patience.hpp"
#include "postgres/row_writer.hpp"
#include "postgres/settings.hpp"
#include "queue/home.hpp"
#include "queue/unheld_claims.hpp"
#include "runs/progress.hpp"

#include <algorithm>

namespace fanout {

worker load_worker(int64_t worker_id, Oid caller) {
    static const index_scan find("workers", "workers_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}},
                                 {"owner", "slots", "handlers", "queues"});
    // By the worker alone, the newest first: see the table.
    static const index_scan find_exchange("exchanges", "exchanges_pkey",
                                          {{1, BTEqualStrategyNumber, F_INT8EQ}},
                                          {"idle", "sequence", "stale"}, BackwardScanDirection);
    refuse_in_copy();
    const read_snapshot now;
    const found_rows found = find.run(now, {Int64GetDatum(worker_id)});
    const found_rows exchange = find_exchange.run(now, {Int64GetDatum(worker_id)}, 1);
    if (found.empty() || exchange.empty()) {
        raise(sqlstate::unknown_worker, "worker " + std::to_string(worker_id) + " is not registered",
              "It was silent for longer than fanout.lease, or has unregistered. Register again.");
    }
    worker w;
    w.worker_id = worker_id;
    w.owner = found.oid(0, 1);
    w.slots = found.int4(0, 2);
    w.handlers = found.datum(0, 3);
    w.queues = found.datum(0, 4);
    w.idle = exchange.boolean(0, 1);
    w.last_sequence = exchange.int8(0, 2);
    w.last_stale = int8_elements(exchange.datum(0, 3));
    require_owner(caller, w.owner, "worker " + std::to_string(worker_id));
    return w;
}

void require_memory(const worker& w, int64_t recorded) {
    if (w.last_sequence >= recorded) return;
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
    static statement remove("DELETE FROM fanout.workers WHERE worker_id = $1", {INT8OID});
    static statement remove_exchange("DELETE FROM fanout.exchanges WHERE worker_id = $1", {INT8OID});
    static statement remove_heartbeat("DELETE FROM fanout.heartbeats WHERE worker_id = $1", {INT8OID});
    std::vector<int64_t> ids;
    {
        rows found = claims_of.run({param::int8(worker_id)});
        for (size_t i = 0; i < found.size(); ++i) ids.push_back(found.int8(i, 1));
    }
    patience waits;
    const locked_claims locked = lock_claims(worker_id, ids, &waits);
    if (!locked.busy.empty()) raise_claim_busy(locked.busy.front());
    give_back(locked.held);
    remove.run({param::int8(worker_id)});
    remove_exchange.run({param::int8(worker_id)});
    remove_heartbeat.run({param::int8(worker_id)});
}

bool record_heartbeat(int64_t worker_id) {
    static statement beat(
        "UPDATE fanout.heartbeats SET seen_at = $2, leased_until = $3, suspect_since = NULL "
        "WHERE worker_id = $1",
        {INT8OID, TIMESTAMPTZOID, TIMESTAMPTZOID});
    const TimestampTz now = engine_clock();
    return !beat.run({param::int8(worker_id), param::time(now), param::time(now + lease_us())}).empty();
}

}  // namespace fanout

using namespace fanout;

/// register_worker(name text, handlers text[], queues text[], slots int) returns bigint
FANOUT_FUNCTION(fanout_register_worker) {
    static statement insert(
        "INSERT INTO fanout.workers (worker_id, name, owner, handlers, queues, slots, registered_at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7)",
        {INT8OID, TEXTOID, OIDOID, TEXTARRAYOID, TEXTARRAYOID, INT4OID, TIMESTAMPTZOID});
    static statement begin("INSERT INTO fanout.exchanges (worker_id, sequence) VALUES ($1, 0)", {INT8OID});
    static statement beat(
        "INSERT INTO fanout.heartbeats (worker_id, seen_at, leased_until) VALUES ($1, $2, $3)",
        {INT8OID, TIMESTAMPTZOID, TIMESTAMPTZOID});
    for (int argument = 0; argument < 4; ++argument) {
        if (call.is_null(argument)) {
            raise(sqlstate::invalid_argument, "register_worker: an argument is null",
                  "Give name, handlers, queues and slots.");
        }
    }
    const std::string name = call.text(0);
    const std::vector<std::string> queues = text_elements(call.datum(2), "register_worker: queues");
    check_name(name, "name", "register_worker");
    for (const std::string& handler : text_elements(call.datum(1), "register_worker: handlers"))
        check_name(handler, "handler", "register_worker");
    for (const std::string& queue : queues) check_name(queue, "queue", "register_worker");
    if (queues.empty()) {
        raise(sqlstate::invalid_argument, "register_worker: worker \"" + name + "\" serves no queue",
              "Leave queues out for the queue 'default'.");
    }
    if (call.int4(3) < 1) {
        raise(sqlstate::invalid_argument, "register_worker: slots is " + std::to_string(call.int4(3)),
              "Give the number of tasks that the worker runs at once, 1 or more.");
    }
    refuse_in_copy();
    const TimestampTz now = engine_clock();
    const int64_t worker_id = random_worker_id();
    insert.run({param::int8(worker_id), param::text(name), param::oid(call.caller),
                param::datum(call.datum(1)), param::datum(call.datum(2)), param::int4(call.int4(3)),
                param::time(now)});
    begin.run({param::int8(worker_id)});
    beat.run({param::int8(worker_id), param::time(now), param::time(now + lease_us())});
    return Int64GetDatum(worker_id);
}

/// unregister_worker(worker_id bigint) returns void
FANOUT_FUNCTION(fanout_unregister_worker) {
    call.require({{0, "worker_id"}}, "unregister_worker");
    lock_worker(call.int8(0));
    remove_worker(load_worker(call.int8(0), call.caller).worker_id);
    return 0;
}

namespace fanout {
namespace {

/// Reads the arrays of a heartbeat: claim_ids, task_indexes, details.
std::vector<report> read_reports(const call& c) {
    c.require({{1, "claim_ids"}, {2, "task_indexes"}, {3, "details"}}, "heartbeat");
    array_elements ids = elements_of(c.datum(1), INT8OID);
    array_elements indexes = elements_of(c.datum(2), INT4OID);
    array_elements details = elements_of(c.datum(3), TEXTOID);
    if (indexes.size != ids.size || details.size != ids.size) {
        raise(sqlstate::invalid_argument,
              "heartbeat: the arrays have " + std::to_string(ids.size) + " claim_ids, " +
                  std::to_string(indexes.size) + " task_indexes, " + std::to_string(details.size) +
                  " details",
              "Give one element of each for every task that has something to report.");
    }
    std::vector<report> result;
    for (int i = 0; i < ids.size; ++i) {
        if (ids.nulls[i] || indexes.nulls[i] || details.nulls[i]) {
            raise(sqlstate::invalid_argument, "heartbeat: report " + std::to_string(i + 1) + " has a null",
                  "Give claim_id, task_index and details, which is JSON text.");
        }
        result.push_back({DatumGetInt64(ids.values[i]), DatumGetInt32(indexes.values[i]), details.values[i]});
    }
    return result;
}

constexpr int holding_argument = 4, recorded_argument = 5;

/// What the worker knows is compared with what is known of it: `holding` and `recorded`, which may be left
/// out.
void compare_with(const worker& w, const call& c) {
    if (!c.is_null(recorded_argument)) require_memory(w, c.int8(recorded_argument));
    if (c.is_null(holding_argument)) return;
    c.require({{recorded_argument, "recorded"}}, "heartbeat with holding");
    // The heartbeat counts in any case: what is wrong with one claim is no reason to lose all.
    const std::optional<pg_error> error = subtransaction([&] {
        give_back_unheld(w.worker_id, int8_elements(c.datum(holding_argument)), c.int8(recorded_argument));
    });
    if (!error) return;
    const std::string message = "claims that worker " + std::to_string(w.worker_id) +
                                " doesn't hold can't be given back: " + error->description();
    pg_call([&] { ereport(WARNING, errmsg_internal("%s", message.c_str())); });
}

/// It has been told which of its claims are gone.
void forget_gone_claims(int64_t worker_id) {
    static statement forget(
        "UPDATE fanout.heartbeats SET gone_claims = '{}' WHERE worker_id = $1 AND gone_claims <> '{}'",
        {INT8OID});
    forget.run({param::int8(worker_id)});
}

}  // namespace
}  // namespace fanout

/// heartbeat(worker_id bigint, claim_ids bigint[], task_indexes int[], details text[], holding bigint[],
/// recorded bigint) returns setof bigint
FANOUT_FUNCTION(fanout_heartbeat) {
    row_writer writer(call);
    call.require({{0, "worker_id"}}, "heartbeat");
    const std::vector<report> reports = read_reports(call);
    const worker w = load_worker(call.int8(0), call.caller);
    if (!record_heartbeat(w.worker_id)) {
        raise(sqlstate::unknown_worker, "worker " + std::to_string(w.worker_id) + " has been given up",
              "Register again.");
    }
    store_reports(w.worker_id, reports);
    compare_with(w, call);
    for (int64_t claim_id : what_it_holds(w.worker_id, false).to_stop)
        writer.write({Int64GetDatum(claim_id)}, {false});
    forget_gone_claims(w.worker_id);
    return 0;
}

/// heartbeat_interval() returns interval
FANOUT_FUNCTION(fanout_heartbeat_interval) {
    auto* interval = static_cast<Interval*>(
        pg_call([&] { return MemoryContextAllocZero(call.context, sizeof(Interval)); }));
    interval->time = heartbeat_interval_us();
    return IntervalPGetDatum(interval);
}
