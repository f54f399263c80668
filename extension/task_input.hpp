// What a task gets as its input: its item, and the step's context, which its tasks have in common.
#pragma once

#include "index_set.hpp"
#include "state.hpp"

namespace fanout {

/// What a step's tasks get besides their items, as jsonb: `{"run": input, "<dependency>": output, …}`. It is
/// all that the task of a single step gets. None where there is nothing.
std::optional<Datum> read_context(const step_state& state);

/// What the step would get if it were a single one, as jsonb.
Datum read_whole_input(const step_state& state);

/// Calls `receive` with each index and its item, jsonb in the current memory context, until it returns false.
/// The item of a batch is the array of its items; the task of a single step has none.
void for_each_item(const index_set& indexes, const step_state& state,
                   const std::function<bool(int32_t, std::optional<Datum>)>& receive);

/// A task's whole input, `{"item": element, "<dependency>": output, …}`, for an SQL handler.
Datum jsonb_input(const step_state& state, const std::optional<Datum>& item,
                  const std::optional<Datum>& context);

/// A task's input as text, of type json. @param context  as text; none: the item alone
Datum json_input(const step_state& state, const std::optional<Datum>& item,
                 const std::optional<Datum>& context);

/// jsonb as text.
Datum json_text(Datum jsonb);

/// What the inputs of one call may take beyond one task's: a claim's tasks are many, but not large as well.
inline constexpr int64_t most_input_bytes = 16 << 20;
int64_t input_bytes(Datum input);

}  // namespace fanout
