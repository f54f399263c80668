// heartbeat, heartbeats and heartbeat_interval.
#include "queue/heartbeats.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/entry.hpp"
#include "postgres/lazy_commit.hpp"
#include "postgres/row_writer.hpp"
#include "postgres/settings.hpp"
#include "queue/holdings.hpp"
#include "queue/reports.hpp"
#include "queue/unheld_claims.hpp"
#include "queue/worker.hpp"

#include <map>
#include <set>

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

/// What a daemon says of one of its workers.
struct sign_of_life {
    int64_t recorded;
    std::set<int64_t> holding;
};

/// By worker_id, so that two calls about the same workers wait for each other's rows in one order.
using signs_of_life = std::map<int64_t, sign_of_life>;

/// The workers that a map is about.
template <typename By> std::vector<int64_t> workers_of(const std::map<int64_t, By>& by_worker) {
    std::vector<int64_t> ids;
    for (const auto& [worker_id, what] : by_worker) ids.push_back(worker_id);
    return ids;
}

void add_holding(signs_of_life& signs, const call& c) {
    const std::vector<int64_t> holders = int8_elements(c.datum(2), "heartbeats: holders"),
                               holding = int8_elements(c.datum(3), "heartbeats: holding");
    if (holders.size() != holding.size()) {
        raise(sqlstate::invalid_argument,
              "heartbeats: the arrays have " + std::to_string(holders.size()) + " holders, " +
                  std::to_string(holding.size()) + " holding",
              "Give for each claim that is held its worker, among holders, and its claim_id, among holding.");
    }
    for (size_t i = 0; i < holders.size(); ++i) {
        const auto holder = signs.find(holders[i]);
        if (holder == signs.end()) {
            raise(sqlstate::invalid_argument,
                  "heartbeats: worker " + std::to_string(holders[i]) + " of holders is not among worker_ids",
                  "Give claims of these workers alone.");
        }
        holder->second.holding.insert(holding[i]);
    }
}

/// Reads the arrays of heartbeats: worker_ids, recorded, holders, holding.
signs_of_life read_signs(const call& c) {
    c.require({{0, "worker_ids"}, {1, "recorded"}, {2, "holders"}, {3, "holding"}}, "heartbeats");
    const std::vector<int64_t> ids = int8_elements(c.datum(0), "heartbeats: worker_ids"),
                               recorded = int8_elements(c.datum(1), "heartbeats: recorded");
    if (ids.size() != recorded.size()) {
        raise(sqlstate::invalid_argument,
              "heartbeats: the arrays have " + std::to_string(ids.size()) + " worker_ids, " +
                  std::to_string(recorded.size()) + " recorded",
              "Give for each worker its last call that is known to be recorded, 0 where there is none.");
    }
    signs_of_life signs;
    for (size_t i = 0; i < ids.size(); ++i) {
        if (!signs.emplace(ids[i], sign_of_life{recorded[i], {}}).second) {
            raise(sqlstate::invalid_argument,
                  "heartbeats: worker " + std::to_string(ids[i]) + " stands among worker_ids twice",
                  "Give each worker once.");
        }
    }
    add_holding(signs, c);
    return signs;
}

/// Renews leases, but not of those whom nobody knows: given up, or the server has forgotten a call of it. All of their
/// rows are locked at first, as what claims go back to is locked after the row of their worker.
claims_noted_as_gone renew_leases(const signs_of_life& signs, Oid caller) {
    std::vector<int64_t> known;
    for (const auto& [worker_id, w] : find_workers(workers_of(signs), caller)) {
        if (remembers(w, signs.at(worker_id).recorded)) known.push_back(worker_id);
    }
    return record_heartbeats(known);
}

/// What was noted as gone is told once, and an answer may be lost; what is held is compared each time.
std::set<int64_t> claims_to_stop(const holdings& in_its_name, const sign_of_life& sign,
                                 const std::vector<int64_t>& gone) {
    std::set<int64_t> result = find_gone(in_its_name, sign.holding);
    result.insert(in_its_name.ended.begin(), in_its_name.ended.end());
    result.insert(gone.begin(), gone.end());
    return result;
}

}  // namespace
}  // namespace fanout

using namespace fanout;

/// heartbeat(worker_id bigint, claim_ids bigint[], task_indexes int[], details text[]) returns setof bigint
FANOUT_FUNCTION(fanout_heartbeat) {
    row_writer writer(call);
    call.require({{0, "worker_id"}}, "heartbeat");
    const std::vector<report> reports = read_reports(call);
    // The next one says the same again; what tasks report is said once.
    std::optional<lazy_writes> renewal;
    if (reports.empty() && heartbeats_are_written_alone()) renewal.emplace();
    const worker w = load_worker(call.int8(0), call.caller);
    const claims_noted_as_gone heard = record_heartbeats({w.worker_id});
    if (heard.empty()) {
        raise(sqlstate::unknown_worker, "worker " + std::to_string(w.worker_id) + " has been given up",
              "Register again.");
    }
    store_reports(w.worker_id, reports);
    const std::vector<int64_t>& gone = heard.at(w.worker_id);
    if (!gone.empty()) forget_gone_claims(w.worker_id);
    for (int64_t claim_id : gone) writer.write({Int64GetDatum(claim_id)}, {false});
    const std::map<int64_t, holdings> in_its_name = find_holdings({w.worker_id}, read_snapshot());
    for (int64_t claim_id : in_its_name.at(w.worker_id).ended)
        writer.write({Int64GetDatum(claim_id)}, {false});
    return 0;
}

/// heartbeats(worker_ids bigint[], recorded bigint[], holders bigint[], holding bigint[]) returns table
/// (worker_id bigint, claim_id bigint)
FANOUT_FUNCTION(fanout_heartbeats) {
    row_writer writer(call);
    std::optional<lazy_writes> renewal;
    if (heartbeats_are_written_alone()) renewal.emplace();
    const signs_of_life signs = read_signs(call);
    const claims_noted_as_gone heard = renew_leases(signs, call.caller);
    // This transaction's snapshot may be older than what the workers hold.
    for (const auto& [worker_id, in_its_name] : find_holdings(workers_of(heard), read_snapshot::latest())) {
        const sign_of_life& sign = signs.at(worker_id);
        const std::vector<int64_t>& gone = heard.at(worker_id);
        std::set<int64_t> to_stop = claims_to_stop(in_its_name, sign, gone);
        if (!gone.empty()) forget_gone_claims(worker_id);
        const std::vector<int64_t> unheld = find_unheld(in_its_name, sign.holding, sign.recorded);
        give_back_unheld(worker_id, unheld);
        for (int64_t claim_id : unheld) to_stop.erase(claim_id);
        const Datum id = Int64GetDatum(worker_id);
        writer.write({id, 0}, {false, true});
        for (int64_t claim_id : to_stop) writer.write({id, Int64GetDatum(claim_id)}, {false, false});
    }
    return 0;
}

/// heartbeat_interval() returns interval
FANOUT_FUNCTION(fanout_heartbeat_interval) {
    auto* interval = static_cast<Interval*>(
        pg_call([&] { return MemoryContextAllocZero(call.context, sizeof(Interval)); }));
    interval->time = heartbeat_interval_us();
    return IntervalPGetDatum(interval);
}
