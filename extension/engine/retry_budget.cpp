#include "engine/retry_budget.hpp"

#include "postgres/error_text.hpp"
#include "postgres/lock_order.hpp"

#include <algorithm>

namespace fanout {
namespace {

/// How many retries are left: none where there is no row, or it is locked by somebody else.
struct locked_budget {
    std::optional<int32_t> remaining;
    bool is_busy;
};

locked_budget lock_budget(int64_t state_id, patience* waits) {
    static const row_lock lock("retry_budgets", "retry_budgets_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}},
                               LockTupleExclusive, {"remaining"});
    const locked_in_time locked = lock_in_time(lock, {Int64GetDatum(state_id)}, waits);
    if (locked.rows.empty()) return {std::nullopt, !locked.busy.empty()};
    return {locked.rows.int4(0, 1), false};
}

/// The row is made by whoever needs it first: most fan-outs have no retry. Returns false where somebody else
/// is at it.
bool make_budget(const step_state& state, patience* waits) {
    static statement make(
        "INSERT INTO fanout.retry_budgets (state_id, remaining) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        {INT8OID, INT4OID});
    return insert_in_time(
        [&] {
            (void)make.run({param::int8(state.state_id), param::int4(*state.retry_budget)});
        },
        waits);
}

}  // namespace

std::optional<int64_t> take_retries(const step_state& state, int64_t wanted, patience* waits) {
    static statement take("UPDATE fanout.retry_budgets SET remaining = remaining - $2 WHERE state_id = $1",
                          {INT8OID, INT4OID});
    check_lock_order(lock_phase::budgets, {state.state_id, 0});
    locked_budget budget = lock_budget(state.state_id, waits);
    if (!budget.remaining && !budget.is_busy && make_budget(state, waits))
        budget = lock_budget(state.state_id, waits);
    if (!budget.remaining) return std::nullopt;
    const int64_t taken = std::min<int64_t>(*budget.remaining, wanted);
    if (taken > 0) take.run({param::int8(state.state_id), param::int4(static_cast<int32_t>(taken))});
    return taken;
}

std::set<const outcome*> spend_retry_budgets(const claims& held, const step_states& states,
                                             const std::vector<outcome*>& failures, patience* waits) {
    std::map<int64_t, std::vector<outcome*>> retries;  // by state
    std::set<const outcome*> unspent;
    for (outcome* o : failures) {
        const queue_row& c = held.at(o->claim_id);
        const step_state& state = states.at(c.state_id);
        if (state.retry_budget && state.run_is_live && !is_final(*o, c, state))
            retries[c.state_id].push_back(o);
    }
    for (const auto& [state_id, attempts] : retries) {
        const step_state& state = states.at(state_id);
        std::optional<int64_t> granted = take_retries(state, static_cast<int64_t>(attempts.size()), waits);
        if (!granted) unspent.insert(attempts.begin(), attempts.end());
        for (outcome* o : attempts) {
            if (!granted || (*granted)-- > 0) continue;
            o->is_out_of_retries = true;
            const std::string budget = std::to_string(*state.retry_budget);
            o->error = error_text(std::move(*o->error),
                                  " (no retry: the step's retry_budget of " + budget + " is spent)");
        }
    }
    return unspent;
}

void remove_retry_budgets(const std::vector<int64_t>& state_ids) {
    static statement remove("DELETE FROM fanout.retry_budgets WHERE state_id = ANY ($1)", {INT8ARRAYOID});
    remove.run({param::int8_array(state_ids)});
}

}  // namespace fanout
