// Batches: tasks of several items. What they give is one element an item, and an item may fail alone.
#pragma once

#include "engine/outcome.hpp"

namespace fanout {

/// What is wrong with a batch's output: it is to be an array of one element for each of its items.
std::optional<std::string> batch_output_error(Datum output, int32_t items);

/// How many items failed alone in a batch, by its output.
int32_t items_failed_alone(Datum output);

/// Looks at those outcomes whose tasks are batches: notes how many items each has, fails the attempts whose
/// output doesn't fit, and in the others finds the items that failed alone.
void judge_batches(const claims& held, const step_states& states, std::vector<outcome>& outcomes);

}  // namespace fanout
