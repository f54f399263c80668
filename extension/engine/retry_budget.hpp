// How many retries the tasks of a step have in all: its retry_budget.
#pragma once

#include "engine/outcome.hpp"

namespace fanout {

/// Takes the retries of these failed attempts off their steps' budgets. Where one is spent, the failure is
/// the last, and its error says so. One that somebody else has locked counts as not spent: returns the
/// attempts that are yet to be taken off it.
std::set<const outcome*> spend_retry_budgets(const claims& held, const step_states& states,
                                             const std::vector<outcome*>& failures, patience* waits);

/// Takes up to `wanted` retries off the state's budget; returns how many there were, or nothing where
/// somebody else has locked it.
std::optional<int64_t> take_retries(const step_state& state, int64_t wanted, patience* waits);

/// Removes those of these states.
void remove_retry_budgets(const std::vector<int64_t>& state_ids);

}  // namespace fanout
