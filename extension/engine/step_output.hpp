// What a step that has done all its tasks gives: one array, counts, or a single task's output.
#pragma once

#include "runs/state.hpp"

namespace fanout {

/// Whether its end has to put an array together, which takes the longer the more tasks there are.
bool builds_array(const step_state& state);

/// Of a state that builds one, the array. Reads the results of its tasks, and writes nothing. The caller
/// frees it. Throws rows_missing unless it has an element for every item.
Datum output_array(const step_state& state);

/// Completes a fan-out with its output.
///
/// @param array  of a state that builds one
void complete_fanout(const step_state& state, std::optional<Datum> array);

/// Completes single steps with the outputs of their tasks. Returns which: not those without a result.
std::set<int64_t> complete_singles(const std::vector<const step_state*>& states);

/// Completes a state that has no tasks.
void write_empty_output(const step_state& state);

}  // namespace fanout
