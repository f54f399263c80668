// What a task gets as its input.
#pragma once

#include "index_set.hpp"
#include "state.hpp"

namespace fanout {

/// Calls `receive` with each index and its input, a Datum of type json in the current memory context:
/// `{"item": element}` for a task of a fan-out, `{"run": input, "<dependency>": output, …}` for a single
/// step.
void for_each_input(const index_set& indexes, const step_state& state,
                    const std::function<void(int32_t, Datum)>& receive);

}  // namespace fanout
