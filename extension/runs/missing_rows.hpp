// Rows of a step that have to be there and aren't: somebody has deleted them, or a tool has lost them.
// Nothing is to go on as if they had never been: what follows a gap would be taken for something else.
#pragma once

#include "plain/index_set.hpp"
#include "runs/state.hpp"

namespace fanout {

/// Throws rows_missing, which names the tasks of the step of which there is no result, or no item where all
/// have one.
[[noreturn]] void raise_missing_results(const step_state& state);

/// Throws rows_missing: these tasks of the step have no item.
[[noreturn]] void raise_missing_items(const step_state& state, const index_set& missing);

/// With what an attempt at a batch fails whose items aren't there.
std::string missing_batch_error();

/// With what a single step fails of which the result isn't there.
std::string missing_result_error();

}  // namespace fanout
