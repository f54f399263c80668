#include "queue/holdings.hpp"

#include "queue/claim_mark.hpp"
#include "queue/queue_id.hpp"
#include "runs/state.hpp"

namespace fanout {
namespace {

found_rows find_claims(const std::vector<int64_t>& worker_ids, const read_snapshot& now) {
    static const index_scan find(
        "queue", "queue_claims",
        {{1, BTEqualStrategyNumber, F_INT8EQ}, {2, BTGreaterEqualStrategyNumber, F_INT8GE}},
        {"worker_id", "queue_id", "claim_sequence", "state_id", "width", "crashed"});
    std::vector<Datum> keys;
    for (int64_t worker_id : worker_ids) {
        keys.push_back(Int64GetDatum(worker_id));
        keys.push_back(Int64GetDatum(lowest_claim(worker_id)));
    }
    return find.run_each(now, keys);
}

}  // namespace

std::map<int64_t, holdings> find_holdings(const std::vector<int64_t>& worker_ids, const read_snapshot& now) {
    std::map<int64_t, holdings> result;
    for (int64_t worker_id : worker_ids) result[worker_id];
    const found_rows found = find_claims(worker_ids, now);
    std::vector<int64_t> state_ids;
    for (size_t i = 0; i < found.size(); ++i) state_ids.push_back(found.int8(i, 4));
    const std::set<int64_t> ended = found.empty() ? std::set<int64_t>() : ended_states(now, state_ids);
    for (size_t i = 0; i < found.size(); ++i) {
        holdings& of = result[found.int8(i, 1)];
        of.claims.push_back(
            {found.int8(i, 2), found.is_null(i, 3) ? std::nullopt : std::optional(found.int8(i, 3))});
        of.tasks += found.int4(i, 5);
        of.crashed = of.crashed || found.boolean(i, 6);
        if (ended.contains(state_ids[i])) of.ended.push_back(found.int8(i, 2));
    }
    for (const auto& [worker_id, of] : result)
        if (!of.claims.empty()) note_lowest_claim(worker_id, of.claims.front().queue_id);
    return result;
}

holdings what_it_holds(int64_t worker_id) {
    holdings result = std::move(find_holdings({worker_id}, read_snapshot()).at(worker_id));
    if (result.claims.empty()) note_lowest_claim(worker_id, least_next_queue_id());
    return result;
}

}  // namespace fanout
