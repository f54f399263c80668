#include "runs/stored_ranges.hpp"

#include "postgres/settings.hpp"
#include "postgres/statement.hpp"

#include <algorithm>

namespace fanout {
namespace {

const std::vector<index_condition> by_state_and_last_index = {{1, BTEqualStrategyNumber, F_INT8EQ},
                                                              {2, BTGreaterEqualStrategyNumber, F_INT4GE}};

enum range_column { first_index = 1, last_index, values };

/// The rows that have some of the tasks, for one after the other. Of each the row that reaches behind them is the
/// last.
///
/// @param ends  how many rows were found up to each, and with it
found_rows find_rows(const range_table& table, int generation, const std::vector<state_range>& wanted,
                     const std::vector<const char*>& columns, std::vector<size_t>& ends) {
    const std::string name = partition_name(table.name, generation);
    const indexed_table of{name, name + "_pkey", by_state_and_last_index};
    const read_snapshot now;
    ends.resize(wanted.size());
    return found_rows(pg_call([&] {
        running_scan scan;
        scan.begin(of, AccessShareLock, now.get());
        collected_rows rows;
        rows.begin(scan.table, columns);
        for (size_t i = 0; i < ends.size(); ends[i++] = rows.size) {
            const index_set::range& tasks = wanted[i].tasks;
            const Datum from[] = {Int64GetDatum(wanted[i].state_id), Int32GetDatum(tasks.lo)};
            bool goes_on = true;
            for (scan.restart(from); goes_on && scan.next(ForwardScanDirection);) {
                CHECK_FOR_INTERRUPTS();
                bool is_null;
                if (DatumGetInt32(slot_getattr(scan.row, rows.columns.of[0], &is_null)) >= tasks.hi) break;
                rows.add(scan.row);
                goes_on = DatumGetInt32(slot_getattr(scan.row, rows.columns.of[1], &is_null)) < tasks.hi - 1;
            }
        }
        scan.end();
        return rows;
    }));
}

/// Of the row's tasks those that are asked for: their values, one after the other.
std::vector<Datum> take_apart(Datum array, int32_t first, const index_set::range& tasks) {
    std::vector<Datum> result(static_cast<size_t>(tasks.hi - tasks.lo));
    Datum* to = result.data();
    pg_call([&] {
        json_array_walk walk;
        walk.begin(DatumGetJsonbP(array), tasks.lo - first);
        json_piece element;
        for (size_t i = 0; i < result.size(); ++i) {
            if (!walk.next(element)) elog(ERROR, "a row has fewer values than tasks");
            to[i] = JsonbPGetDatum(value_of(element));
        }
    });
    return result;
}

}  // namespace

void range_values::begin(int32_t first_index) {
    memory = AllocSetContextCreate(CurrentMemoryContext, "fanout ranges", ALLOCSET_DEFAULT_SIZES);
    finished = AllocSetContextCreate(memory, "fanout range values", ALLOCSET_DEFAULT_SIZES);
    MemoryContext previous = MemoryContextSwitchTo(memory);
    values.begin();
    MemoryContextSwitchTo(previous);
    first = first_index;
}

bool range_values::is_full_for(const json_piece& value) const {
    return !empty() && values.size_with(value) > most_range_bytes();
}

Datum range_values::finish() {
    MemoryContext previous = MemoryContextSwitchTo(finished);
    const Datum array = values.finish();
    MemoryContextSwitchTo(previous);
    first += static_cast<int32_t>(values.count);
    values.clear();
    return array;
}

std::vector<std::vector<index_set::range>> ranges_at(const range_table& table, int generation,
                                                     const std::vector<state_range>& wanted) {
    std::vector<size_t> ends;
    const found_rows found = find_rows(table, generation, wanted, {"first_index", "last_index"}, ends);
    std::vector<std::vector<index_set::range>> result(wanted.size());
    for (size_t w = 0, i = 0; w < wanted.size(); ++w) {
        for (; i < ends[w]; ++i)
            result[w].push_back({found.int4(i, first_index), found.int4(i, last_index) + 1});
    }
    return result;
}

index_set read_values(const range_table& table, int generation, int64_t state_id,
                      const index_set::range& tasks,
                      const std::function<bool(const stored_value&)>& receive) {
    std::vector<size_t> ends;
    const found_rows found =
        find_rows(table, generation, {{state_id, tasks}}, {"first_index", "last_index", table.values}, ends);
    index_set missing;
    int32_t next = tasks.lo;
    for (size_t i = 0; i < found.size(); ++i) {
        const index_set::range row{found.int4(i, first_index), found.int4(i, last_index) + 1},
            wanted{std::max(row.lo, next), std::min(row.hi, tasks.hi)};
        if (wanted.lo >= wanted.hi) continue;
        missing.append(index_set::range{next, wanted.lo});
        next = wanted.lo;
        std::vector<Datum> taken;
        const bool has_values = !found.is_null(i, values);
        if (has_values) taken = take_apart(found.datum(i, values), row.lo, wanted);
        for (; next < wanted.hi; ++next) {
            const auto place = static_cast<size_t>(next - wanted.lo);
            if (!receive({next, has_values ? std::optional(taken[place]) : std::nullopt})) return missing;
        }
    }
    missing.append(index_set::range{next, tasks.hi});
    return missing;
}

}  // namespace fanout
