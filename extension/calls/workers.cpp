// register_worker, unregister_worker and heartbeat.
#include "flows/flow.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/entry.hpp"
#include "postgres/lazy_commit.hpp"
#include "postgres/row_writer.hpp"
#include "postgres/settings.hpp"
#include "queue/claim.hpp"
#include "queue/heartbeats.hpp"
#include "queue/home.hpp"
#include "queue/reports.hpp"
#include "queue/unheld_claims.hpp"
#include "queue/worker.hpp"

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

void check_protocol(const std::string& worker, int32_t protocol) {
    static statement read("SELECT oldest, newest FROM fanout.protocols()", {});
    const rows spoken = read.run({});
    const int32_t oldest = spoken.int4(0, 1), newest = spoken.int4(0, 2);
    if (oldest <= protocol && protocol <= newest) return;
    raise(sqlstate::unknown_protocol,
          "register_worker: worker \"" + worker + "\" speaks protocol " + std::to_string(protocol) +
              ", and this database " + std::to_string(oldest) + " to " + std::to_string(newest),
          protocol < oldest ? "Install a newer version of the worker's program."
                            : "Install an older version of the worker's program, or update the database: "
                              "ALTER EXTENSION pgfanout UPDATE.");
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
    warn(message);
}

}  // namespace
}  // namespace fanout

using namespace fanout;

/// register_worker(name text, handlers text[], queues text[], slots int, version text, protocol int) returns
/// bigint
FANOUT_FUNCTION(fanout_register_worker) {
    call.require({{0, "name"}, {1, "handlers"}, {2, "queues"}, {3, "slots"}, {5, "protocol"}},
                 "register_worker");
    const std::string name = call.text(0);
    const std::vector<std::string> queues = text_elements(call.datum(2), "register_worker: queues");
    check_name(name, "name", "register_worker");
    for (const std::string& handler : text_elements(call.datum(1), "register_worker: handlers"))
        check_name(handler, "handler", "register_worker");
    for (const std::string& queue : queues) check_name(queue, "queue", "register_worker");
    const std::optional<std::string> version = call.optional_text(4);
    if (version) check_name(*version, "version", "register_worker");
    if (queues.empty()) {
        raise(sqlstate::invalid_argument, "register_worker: worker \"" + name + "\" serves no queue",
              "Leave queues out for the queue 'default'.");
    }
    if (call.int4(3) < 1) {
        raise(sqlstate::invalid_argument, "register_worker: slots is " + std::to_string(call.int4(3)),
              "Give the number of tasks that the worker runs at once, 1 or more.");
    }
    check_protocol(name, call.int4(5));
    refuse_in_copy();
    return Int64GetDatum(
        add_worker(name, call.caller, call.datum(1), call.datum(2), call.int4(3), version, call.int4(5)));
}

/// unregister_worker(worker_id bigint) returns void
FANOUT_FUNCTION(fanout_unregister_worker) {
    call.require({{0, "worker_id"}}, "unregister_worker");
    lock_worker(call.int8(0));
    remove_worker(load_worker(call.int8(0), call.caller).worker_id);
    return 0;
}

/// heartbeat(worker_id bigint, claim_ids bigint[], task_indexes int[], details text[], holding bigint[],
/// recorded bigint) returns setof bigint
FANOUT_FUNCTION(fanout_heartbeat) {
    row_writer writer(call);
    call.require({{0, "worker_id"}}, "heartbeat");
    const std::vector<report> reports = read_reports(call);
    // The next one says the same again; what tasks report is said once.
    std::optional<lazy_writes> renewal;
    if (reports.empty()) renewal.emplace();
    const worker w = load_worker(call.int8(0), call.caller);
    if (!record_heartbeat(w.worker_id)) {
        raise(sqlstate::unknown_worker, "worker " + std::to_string(w.worker_id) + " has been given up",
              "Register again.");
    }
    store_reports(w.worker_id, reports);
    compare_with(w, call);
    const std::vector<int64_t> to_stop = what_it_holds(w.worker_id, false).to_stop;
    for (int64_t claim_id : to_stop) writer.write({Int64GetDatum(claim_id)}, {false});
    if (!to_stop.empty()) forget_gone_claims(w.worker_id);
    return 0;
}

/// heartbeat_interval() returns interval
FANOUT_FUNCTION(fanout_heartbeat_interval) {
    auto* interval = static_cast<Interval*>(
        pg_call([&] { return MemoryContextAllocZero(call.context, sizeof(Interval)); }));
    interval->time = heartbeat_interval_us();
    return IntervalPGetDatum(interval);
}
