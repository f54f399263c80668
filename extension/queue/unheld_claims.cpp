#include "queue/unheld_claims.hpp"

#include "postgres/index_scan.hpp"
#include "queue/claim_mark.hpp"

namespace fanout {
namespace {

/// With their calls.
found_rows claims_in_name_of(int64_t worker_id, const read_snapshot& now) {
    static const index_scan find(
        "queue", "queue_claims",
        {{1, BTEqualStrategyNumber, F_INT8EQ}, {2, BTGreaterEqualStrategyNumber, F_INT8GE}},
        {"queue_id", "claim_sequence"});
    return find.run(now, {Int64GetDatum(worker_id), Int64GetDatum(lowest_claim(worker_id))});
}

std::vector<int64_t> find_unheld(int64_t worker_id, const std::set<int64_t>& holding, int64_t recorded) {
    const found_rows found = claims_in_name_of(worker_id, read_snapshot());
    std::vector<int64_t> result;
    for (size_t i = 0; i < found.size(); ++i) {
        const bool is_judged = !found.is_null(i, 2) && found.int8(i, 2) <= recorded;
        if (is_judged && !holding.contains(found.int8(i, 1))) result.push_back(found.int8(i, 1));
    }
    return result;
}

void give_back_claims(int64_t worker_id, const std::vector<int64_t>& ids) {
    claims unheld;
    for (queue_row& c : lock_queue_rows(ids, when_locked::skip)) {
        if (c.worker_id == worker_id) unheld.emplace(c.queue_id, std::move(c));
    }
    give_back(unheld);
}

}  // namespace

void give_back_unheld(int64_t worker_id, const std::vector<int64_t>& holding, int64_t recorded) {
    const std::vector<int64_t> ids = find_unheld(worker_id, {holding.begin(), holding.end()}, recorded);
    if (ids.empty()) return;
    const std::optional<pg_error> error = subtransaction([&] { give_back_claims(worker_id, ids); });
    if (!error) return;
    const std::string message = "claims that worker " + std::to_string(worker_id) +
                                " doesn't hold can't be given back: " + error->description();
    warn(message);
}

std::vector<int64_t> find_gone(int64_t worker_id, const std::vector<int64_t>& holding) {
    if (holding.empty()) return {};
    // This transaction's may be older than what the worker holds.
    const found_rows found = claims_in_name_of(worker_id, read_snapshot::latest());
    std::set<int64_t> gone(holding.begin(), holding.end());
    for (size_t i = 0; i < found.size(); ++i) gone.erase(found.int8(i, 1));
    return {gone.begin(), gone.end()};
}

}  // namespace fanout
