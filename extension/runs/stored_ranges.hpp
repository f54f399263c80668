// The rows of tasks and results: each is a range of a state's tasks one after the other, with their values, the
// items or the outputs, in one jsonb array. Here is how such rows are filled and read; what else is in them is
// known to tasks and results.
//
// A row is at most as long as fits into a page without being compressed or stored apart; only a value that is
// longer than that alone is. No row spans two calls, and none are merged later.
#pragma once

#include "plain/index_set.hpp"
#include "postgres/index_scan.hpp"
#include "postgres/json_array.hpp"

namespace fanout {

/// Values of tasks one after the other, until they are a row. Plain, for the inside of pg_call.
struct range_values {
    MemoryContext memory;    ///< of all of it
    MemoryContext finished;  ///< in it, of the arrays
    json_array_builder values;
    int32_t first;

    void begin(int32_t first_index);
    /// Whether this value is to go into the next row.
    bool is_full_for(const json_piece& value) const;
    void add(const json_piece& value) { values.add(value); }
    bool empty() const { return values.count == 0; }
    int32_t last() const { return first + static_cast<int32_t>(values.count) - 1; }
    /// The array, which lives until forget_finished(). The next row begins behind it.
    Datum finish();
    void forget_finished() { MemoryContextReset(finished); }
    void end() { MemoryContextDelete(memory); }
};

/// A task's value; none: the row has none.
struct stored_value {
    int32_t index;
    std::optional<Datum> value;
};

/// Where the rows of one generation are.
struct range_table {
    const char* name;    ///< tasks or results
    const char* values;  ///< the column
};

/// Some tasks of a state.
struct state_range {
    int64_t state_id;
    index_set::range tasks;
};

/// The ranges of the rows that have some of these tasks, in their order, for one after the other.
std::vector<std::vector<index_set::range>> ranges_at(const range_table& table, int generation,
                                                     const std::vector<state_range>& wanted);

/// Calls `receive` with the value of each of these tasks that has a row, in order, until it returns false.
/// Values are jsonb in the current memory context. Returns the tasks that have no row.
index_set read_values(const range_table& table, int generation, int64_t state_id,
                      const index_set::range& tasks, const std::function<bool(const stored_value&)>& receive);

}  // namespace fanout
