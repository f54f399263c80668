#include "runs/input_rows.hpp"

namespace fanout {

/// A row that has so much takes no more: rows are copied as a whole. A small input and one of almost a
/// gigabyte may exceed what a text can be; then read_tasks reads each alone.
constexpr int most_row_bytes = 1 << 20;

input_rows::input_rows(bool together) : together_(together) {
    pg_call([&] { initStringInfo(&text_); });
}

int64_t input_rows::add(const step_state& state, const task_item& task, const std::optional<Datum>& context,
                        const std::optional<Datum>& progress) {
    const bool joins = !progress && fits(task.index);
    if (!joins) {
        close();
        rows_.push_back({task.index, 0, std::nullopt, progress});
    }
    // A single step's task has a context, if nothing else.
    const std::optional<Datum> members = task.item ? context : context.value();
    const char* before = joins ? ",\n" : together_ ? "[" : "";
    const int64_t bytes = pg_call([&] {
        const int old_length = text_.len;
        appendStringInfoString(&text_, before);
        append_input(&text_, state, task.item, members);
        return text_.len - old_length;
    });
    ++rows_.back().tasks;
    return bytes + (progress ? value_bytes(*progress) : 0);
}

bool input_rows::fits(int32_t index) const {
    if (!together_ || rows_.empty()) return false;
    const input_row& last = rows_.back();
    return index == last.first + last.tasks && !last.progress && text_.len < most_row_bytes;
}

void input_rows::close() {
    if (rows_.empty()) return;
    rows_.back().text = pg_call([&] {
        if (together_) appendStringInfoChar(&text_, ']');
        const Datum text = PointerGetDatum(cstring_to_text_with_len(text_.data, text_.len));
        resetStringInfo(&text_);
        return text;
    });
}

std::vector<input_row> input_rows::finish() {
    close();
    pg_call([&] { pfree(text_.data); });
    return std::move(rows_);
}

}  // namespace fanout
