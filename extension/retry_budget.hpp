// How many retries the tasks of a step have in all: its retry_budget.
#pragma once

#include "complete.hpp"

namespace fanout {

/// Takes the retries of these failed attempts off their steps' budgets. Where one is spent, the failure is
/// the last, and its error says so.
void spend_retry_budgets(const claims& held, const step_states& states,
                         const std::vector<outcome*>& failures);

}  // namespace fanout
