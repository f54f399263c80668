#include "engine/stripes.hpp"

#include "postgres/lock_order.hpp"
#include "postgres/locked_rows.hpp"
#include "postgres/patience.hpp"
#include "runs/results.hpp"

namespace fanout {

namespace {

const std::vector<index_condition> by_key = {{1, BTEqualStrategyNumber, F_INT8EQ},
                                             {2, BTEqualStrategyNumber, F_INT4EQ}};

}  // namespace

void insert_stripes(int64_t state_id, const striping& stripes, int32_t tasks) {
    static statement insert("INSERT INTO fanout.stripes (state_id, stripe, remaining) "
                            "SELECT $1, i, least($2, $3 - i * $2) FROM generate_series(0, $4 - 1) i",
                            {INT8OID, INT4OID, INT4OID, INT4OID});
    insert.run(
        {param::int8(state_id), param::int4(stripes.width), param::int4(tasks), param::int4(stripes.count)});
}

int32_t raise_stripes(int64_t state_id, const std::map<int32_t, std::vector<int32_t>>& tasks) {
    static statement raise(
        "UPDATE fanout.stripes SET remaining = remaining + $3 WHERE state_id = $1 AND stripe = $2",
        {INT8OID, INT4OID, INT4OID});
    // One that comes meanwhile, from who pushes or retries, is raised as well.
    static statement insert(
        "INSERT INTO fanout.stripes AS s (state_id, stripe, remaining) VALUES ($1, $2, $3) "
        "ON CONFLICT (state_id, stripe) DO UPDATE SET remaining = s.remaining + EXCLUDED.remaining "
        "RETURNING xmax = 0",
        {INT8OID, INT4OID, INT4OID});
    int32_t opened = 0;
    for (const auto& [stripe, indexes] : tasks) {
        check_lock_order(lock_phase::counters, {state_id, stripe});
        const parameter id = param::int8(state_id), at = param::int4(stripe),
                        count = param::int4(static_cast<int32_t>(indexes.size()));
        if (!raise.run({id, at, count}).empty()) continue;
        if (insert.run({id, at, count}).boolean(0, 1)) ++opened;
    }
    return opened;
}

int64_t unfinished_tasks(int64_t state_id) {
    static statement unfinished("SELECT coalesce(sum(remaining), 0) FROM fanout.stripes WHERE state_id = $1",
                                {INT8OID});
    return unfinished.run({param::int8(state_id)}).int8(0, 1);
}

void lock_stripes(const pg_uuid_t& run_id) {
    static statement lock("SELECT FROM fanout.stripes p WHERE p.state_id IN "
                          "(SELECT s.state_id FROM fanout.step_states s WHERE s.run_id = $1) "
                          "ORDER BY p.state_id, p.stripe FOR UPDATE",
                          {UUIDOID});
    check_lock_order(lock_phase::counters);
    lock.run({param::uuid(run_id)});
}

int32_t recount_stripes(const step_state& state, int32_t tasks, int32_t width) {
    static statement insert("INSERT INTO fanout.stripes (state_id, stripe, remaining) "
                            "SELECT $1, unnest($2), unnest($3)",
                            {INT8OID, INT4ARRAYOID, INT4ARRAYOID});
    std::vector<int32_t> stripes, remaining;
    for (const auto& [stripe, count] : count_missing_tasks(state, tasks, width)) {
        stripes.push_back(stripe);
        remaining.push_back(count);
    }
    if (!stripes.empty())
        insert.run({param::int8(state.state_id), param::int4_array(stripes), param::int4_array(remaining)});
    return static_cast<int32_t>(stripes.size());
}

void remove_stripes(const std::vector<int64_t>& state_ids) {
    static statement remove("DELETE FROM fanout.stripes WHERE state_id = ANY ($1)", {INT8ARRAYOID});
    remove.run({param::int8_array(state_ids)});
}

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
