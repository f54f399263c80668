#include "runs/partition_rows.hpp"

#include "postgres/json_array.hpp"
#include "postgres/statement.hpp"
#include "runs/results.hpp"
#include "runs/tasks.hpp"

#include <algorithm>
#include <iterator>

namespace fanout {
namespace {

/// What the partitions of a table are called, and the columns that are read.
struct partition_kind {
    const char* table;
    const char* const* columns;
    size_t column_count;
};
constexpr partition_kind kinds[] = {
    {"tasks", item_column::names, std::size(item_column::names)},
    {"results", result_column::names, std::size(result_column::names)},
    {"failures", failure_column::names, std::size(failure_column::names)},
};

/// Made when the library is loaded: where they are used, an error would jump over their destructors.
const std::vector<indexed_table> partitions = [] {
    std::vector<indexed_table> all;
    for (const partition_kind& kind : kinds) {
        for (int generation = 0; generation < generation_count; ++generation) {
            const std::string name = partition_name(kind.table, generation);
            all.push_back(
                {name,
                 name + "_pkey",
                 {{1, BTEqualStrategyNumber, F_INT8EQ}, {2, BTGreaterEqualStrategyNumber, F_INT4GE}}});
        }
    }
    return all;
}();

}  // namespace

void partition_rows::open(kind of, int generation, Snapshot snapshot) {
    close();
    scan_.begin(partitions[static_cast<size_t>(of) * generation_count + static_cast<size_t>(generation)],
                AccessShareLock, snapshot);
    columns_.find(scan_.table, kinds[of].columns, kinds[of].column_count);
    kind_ = of;
    generation_ = generation;
    memory_ = CurrentMemoryContext;
    values_ = nullptr;
    is_open_ = true;
}

NullableDatum partition_rows::stored(size_t number) {
    NullableDatum cell;
    cell.value = slot_getattr(scan_.row, columns_.of[number], &cell.isnull);
    return cell;
}

/// A scan of an index allocates what it needs as it goes on, and keeps it to its end; the executor asks for
/// each row in memory that lasts as long as that row.
void partition_rows::skip() {
    MemoryContext previous = MemoryContextSwitchTo(memory_);
    if (values_) pfree(values_);
    values_ = nullptr;
    has_row_ = scan_.next(ForwardScanDirection);
    if (has_row_) {
        first_ = DatumGetInt32(stored(0).value);
        last_ = kind_ == failures ? first_ : DatumGetInt32(stored(1).value);
        index_ = first_;
    }
    MemoryContextSwitchTo(previous);
}

void partition_rows::seek(kind of, int generation, Datum state_id, int64_t first, Snapshot snapshot) {
    if (!is_open_ || generation_ != generation) open(of, generation, snapshot);
    const Datum values[] = {state_id,
                            Int32GetDatum(static_cast<int32_t>(std::min<int64_t>(first, INT32_MAX)))};
    scan_.restart(values);
    skip();
}

bool partition_rows::reach(int64_t index) {
    while (has_row_ && last_ < index) skip();
    if (has_row_) index_ = static_cast<int32_t>(std::max<int64_t>(first_, index));
    return has_row_;
}

/// The row's array is unpacked once.
NullableDatum partition_rows::value_of_task(Datum values) {
    if (!values_) {
        MemoryContext previous = MemoryContextSwitchTo(memory_);
        values_ = DatumGetJsonbPCopy(values);
        MemoryContextSwitchTo(previous);
    }
    json_array_walk walk;
    walk.begin(values_, index_ - first_);
    json_piece value;
    if (!walk.next(value)) elog(ERROR, "a row has fewer values than tasks");
    return {JsonbPGetDatum(value_of(value)), false};
}

NullableDatum partition_rows::column(size_t number) {
    const NullableDatum cell = stored(number);
    const bool is_value = kind_ != failures && number == 2;
    return is_value && !cell.isnull ? value_of_task(cell.value) : cell;
}

void partition_rows::close() {
    if (is_open_) scan_.end();
    is_open_ = has_row_ = false;
}

}  // namespace fanout
