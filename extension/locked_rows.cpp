#include "locked_rows.hpp"

#include "kept_conditions.hpp"
#include "row_lock.hpp"

#include <algorithm>

namespace fanout {
namespace {

/// The row as it is to be, in a slot of its own. To be called inside of pg_call.
TupleTableSlot* changed_row(const running_scan& found, TupleTableSlot* to, const column_numbers& columns,
                            const parameter* values) {
    slot_getallattrs(found.row);
    ExecClearTuple(to);
    const int all = RelationGetNumberOfAttributes(found.table);
    std::copy_n(found.row->tts_values, all, to->tts_values);
    std::copy_n(found.row->tts_isnull, all, to->tts_isnull);
    for (size_t i = 0; i < columns.count; ++i) {
        to->tts_values[columns.of[i] - 1] = values[i].datum;
        to->tts_isnull[columns.of[i] - 1] = values[i].null;
    }
    return ExecStoreVirtualTuple(to);
}

/// A snapshot of the whole transaction may be older than what has become of the row: then that is said as
/// UPDATE says it. To be called inside of pg_call.
void check_is_newest(const running_scan& found, Snapshot snapshot) {
    if (!IsolationUsesXactSnapshot()) return;
    TupleTableSlot* newest = table_slot_create(found.table, nullptr);
    (void)lock_row(found, snapshot, newest, LockTupleExclusive, LockWaitBlock);
    ExecDropSingleTupleTableSlot(newest);
}

}  // namespace

void locked_rows::write(const Datum* keys, size_t count, const parameter* values) const {
    const size_t conditions = of_.conditions.size();
    const read_snapshot now;
    pg_call([&] {
        running_scan found;
        found.begin(of_, RowExclusiveLock, now.get());
        column_numbers columns;
        columns.find(found.table, columns_.data(), columns_.size());
        write_target target;
        target.open(found.table);
        TupleTableSlot* slot = table_slot_create(found.table, nullptr);
        for (size_t i = 0; i < count; ++i) {
            found.restart(keys + i * conditions);
            while (found.next(ForwardScanDirection)) {
                check_is_newest(found, now.get());
                MemoryContext previous = MemoryContextSwitchTo(GetPerTupleMemoryContext(target.state));
                changed_row(found, slot, columns, values + i * columns.count);
                ExecConstraints(target.info, slot, target.state);
                compat::update_row(target.info, &found.row->tts_tid, slot, now.get(), target.state);
                MemoryContextSwitchTo(previous);
                ResetPerTupleExprContext(target.state);
            }
        }
        ExecDropSingleTupleTableSlot(slot);
        target.close();
        found.end();
        CommandCounterIncrement();
    });
}

void locked_rows::remove(const std::vector<Datum>& keys) const {
    const read_snapshot now;
    const size_t conditions = of_.conditions.size();
    pg_call([&] {
        running_scan found;
        found.begin(of_, RowExclusiveLock, now.get());
        for (size_t first = 0; first < keys.size(); first += conditions) {
            found.restart(keys.data() + first);
            while (found.next(ForwardScanDirection)) {
                check_is_newest(found, now.get());
                simple_table_tuple_delete(found.table, &found.row->tts_tid, now.get());
            }
        }
        found.end();
        CommandCounterIncrement();
    });
}

}  // namespace fanout
