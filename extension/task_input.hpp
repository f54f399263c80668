// What a task gets as its input.
#pragma once

#include "index_set.hpp"
#include "state.hpp"

namespace fanout {

/// A worker gets its input as text, of type json; an SQL handler gets jsonb.
enum class input_type { json, jsonb };

/// Calls `receive` with each index and its input, a Datum of that type in the current memory context, until
/// it returns false. The input is `{"item": element}` for a task of a fan-out, `{"run": input,
/// "<dependency>": output, …}` for a single step.
void for_each_input(const index_set& indexes, const step_state& state, input_type type,
                    const std::function<bool(int32_t, Datum)>& receive);

/// What the inputs of one call may take beyond one task's: a claim's tasks are many, but not large as well.
inline constexpr int64_t most_input_bytes = 16 << 20;
int64_t input_bytes(Datum input);

}  // namespace fanout
