#include "retry_budget.hpp"

#include <algorithm>

namespace fanout {
namespace {

/// Takes up to `wanted` retries off the state's budget; returns how many there were. The row is made by
/// whoever needs it first: most fan-outs have no retry.
int64_t take_retries(const step_state& state, int64_t wanted) {
    static statement make(
        "INSERT INTO fanout.retry_budgets (state_id, remaining) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        {INT8OID, INT4OID});
    static statement lock("SELECT remaining FROM fanout.retry_budgets WHERE state_id = $1 FOR UPDATE",
                          {INT8OID});
    static statement take("UPDATE fanout.retry_budgets SET remaining = remaining - $2 WHERE state_id = $1",
                          {INT8OID, INT4OID});
    check_lock_order(lock_phase::budgets, {state.state_id, 0});
    make.run({param::int8(state.state_id), param::int4(*state.retry_budget)});
    const int64_t remaining = lock.run({param::int8(state.state_id)}).int4(0, 1);
    const int64_t taken = std::min(remaining, wanted);
    if (taken > 0) take.run({param::int8(state.state_id), param::int4(static_cast<int32_t>(taken))});
    return taken;
}

}  // namespace

void spend_retry_budgets(const claims& held, const step_states& states,
                         const std::vector<outcome*>& failures) {
    std::map<int64_t, std::vector<outcome*>> retries;  // by state
    for (outcome* o : failures) {
        const claim& c = held.at(o->claim_id);
        const step_state& state = states.at(c.state_id);
        if (state.retry_budget && state.run_is_live && !is_final(*o, c, state))
            retries[c.state_id].push_back(o);
    }
    for (const auto& [state_id, attempts] : retries) {
        const step_state& state = states.at(state_id);
        int64_t granted = take_retries(state, static_cast<int64_t>(attempts.size()));
        for (outcome* o : attempts) {
            if (granted-- > 0) continue;
            o->is_out_of_retries = true;
            *o->error += " (no retry: the step's retry_budget of " + std::to_string(*state.retry_budget) +
                         " is spent)";
        }
    }
}

}  // namespace fanout
