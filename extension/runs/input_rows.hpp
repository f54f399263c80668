// The inputs of a claim's tasks, as an answer's rows have them: one a row, or those of consecutive tasks as
// one JSON array.
//
// A row of its own for each task costs what it takes to store, read and send its columns.
#pragma once

#include "runs/task_input.hpp"

namespace fanout {

/// Tasks first, first + 1, …
struct input_row {
    int32_t first;
    int64_t tasks;
    std::optional<Datum> text;        ///< none: the only task's input has no text
    std::optional<Datum> progress{};  ///< what the only task reported last
};

/// Collects inputs in index order. Datums are in the current memory context, which must stay the same.
class input_rows {
public:
    /// @param together  whether consecutive tasks share a row. Its text then is `[`, their inputs, a comma
    ///                  and a line feed between them, and `]`; an input has no line feed of its own.
    explicit input_rows(bool together);

    /// Returns the bytes that it added. An error, that of an input that has no text, leaves the rows
    /// unusable.
    /// @param context  as for append_input
    int64_t add(const step_state& state, const task_item& task, const std::optional<Datum>& context,
                const std::optional<Datum>& progress);

    /// The rows; there is nothing to be added any more.
    std::vector<input_row> finish();

private:
    bool fits(int32_t index) const;
    void close();

    bool together_;
    StringInfoData text_;  // of the last row, while that is open
    std::vector<input_row> rows_;
};

}  // namespace fanout
