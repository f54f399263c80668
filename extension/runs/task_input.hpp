// What a task gets as its input: its item, and the step's context, which its tasks have in common.
#pragma once

#include "plain/index_set.hpp"
#include "runs/state.hpp"

namespace fanout {

/// What a step's tasks get besides their items, as jsonb: `{"run": input, "<dependency>": output, …}`. It is
/// all that the task of a single step gets. None where there is nothing.
std::optional<Datum> read_context(const step_state& state);

/// What the step would get if it were a single one, as jsonb.
Datum read_whole_input(const step_state& state);

/// What a task has for itself. Datums are jsonb in the current memory context.
struct task_item {
    int32_t index;
    std::optional<Datum> item{};    ///< a batch's is the array of its items; a single step's task has none
    std::optional<Datum> errors{};  ///< `{"<source>": [error]}`, where a pipelined step's source failed at it
};

/// Calls `receive` with each task's until it returns false.
void for_each_item(const index_set& indexes, const step_state& state,
                   const std::function<bool(const task_item&)>& receive);

/// A task's whole input, `{"item": element, "<dependency>": output, …}`, for an SQL handler.
Datum jsonb_input(const step_state& state, const std::optional<Datum>& item,
                  const std::optional<Datum>& context);

/// Appends a task's input as JSON text. To be called inside of pg_call.
/// @param item     none: a single step's task, whose input is the context
/// @param context  as text; none: without one
void append_input(StringInfo buffer, const step_state& state, const std::optional<Datum>& item,
                  const std::optional<Datum>& context);

/// The context with a task's own errors beside those that it has.
Datum add_errors(const std::optional<Datum>& context, Datum errors);
bool has_errors(const std::optional<Datum>& context);

/// jsonb as text.
Datum json_text(Datum jsonb);

/// What the inputs of one call may take beyond one task's: a claim's tasks are many, but not large as well.
inline constexpr int64_t most_input_bytes = 16 << 20;
/// What a value takes as it is, a varlena.
int64_t value_bytes(Datum value);

}  // namespace fanout
