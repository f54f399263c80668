#include "engine/stripe_counts.hpp"

#include "postgres/locked_rows.hpp"
#include "postgres/patience.hpp"

namespace fanout {

namespace {

const std::vector<index_condition> by_key = {{1, BTEqualStrategyNumber, F_INT8EQ},
                                             {2, BTEqualStrategyNumber, F_INT4EQ}};

}  // namespace

stripe_counts::stripe_counts(const std::map<by_stripe, int32_t>& done, const step_states& states,
                             patience* waits) {
    static const row_lock lock("stripes", "stripes_pkey", by_key, LockTupleExclusive,
                               {"state_id", "stripe", "remaining"});
    std::vector<Datum> keys;
    std::vector<by_stripe> order;
    for (const auto& [at, tasks] : done) {
        if (!states.at(at.first).is_fanout) {
            singles_.push_back(at.first);
            continue;
        }
        check_lock_order(lock_phase::counters, at);
        keys.insert(keys.end(), {Int64GetDatum(at.first), Int32GetDatum(at.second)});
        order.push_back(at);
    }
    if (order.empty()) return;
    const locked_in_time locked = lock_in_time(lock, keys, waits);
    for (size_t i = 0; i < locked.rows.size(); ++i) {
        const by_stripe at{locked.rows.int8(i, 1), locked.rows.int4(i, 2)};
        left_[at] = locked.rows.int4(i, 3) - done.at(at);
    }
    for (size_t position : locked.busy) busy_.insert(order[position]);
}

void stripe_counts::add_to(change_set& changes) const {
    for (int64_t state_id : singles_) changes.states[state_id].stripes_done = 1;
    for (const auto& [at, left] : left_) {
        if (left == 0) ++changes.states[at.first].stripes_done;
    }
}

void stripe_counts::write(const std::set<int64_t>& except) const {
    static const locked_rows rows("stripes", "stripes_pkey", by_key, {"remaining"});
    std::vector<Datum> lowered, finished;
    std::vector<parameter> values;
    for (const auto& [at, left] : left_) {
        if (except.contains(at.first)) continue;
        std::vector<Datum>& keys = left > 0 ? lowered : finished;
        keys.insert(keys.end(), {Int64GetDatum(at.first), Int32GetDatum(at.second)});
        if (left > 0) values.push_back(param::int4(left));
    }
    if (!lowered.empty()) rows.update_each(lowered, values);
    if (!finished.empty()) rows.remove(finished);
}

}  // namespace fanout
