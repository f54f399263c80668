#include "table_insert.hpp"

#include "kept_conditions.hpp"
#include "relation.hpp"

#include <algorithm>

namespace fanout {

/// Plain, as pg_call wants it.
struct table_insert::target {
    static constexpr size_t most_columns = 32;

    Relation table;
    EState* state;
    ResultRelInfo* info;
    TupleTableSlot* slots[most_rows];
    int slot_count;
    AttrNumber columns[most_columns];
    size_t column_count;

    /// A slot with a row of its values.
    TupleTableSlot* fill(int row, const parameter* values) {
        for (; slot_count <= row; ++slot_count) slots[slot_count] = table_slot_create(table, nullptr);
        TupleTableSlot* slot = slots[row];
        ExecClearTuple(slot);
        const int all = RelationGetNumberOfAttributes(table);
        std::fill_n(slot->tts_values, all, Datum{0});
        std::fill_n(slot->tts_isnull, all, true);
        for (size_t i = 0; i < column_count; ++i) {
            slot->tts_values[columns[i] - 1] = values[i].datum;
            slot->tts_isnull[columns[i] - 1] = values[i].null;
        }
        return ExecStoreVirtualTuple(slot);
    }
};

table_insert::table_insert(const std::string& table, std::initializer_list<const char*> columns) {
    const char* name = table.c_str();
    target_ = pg_call([&] {
        if (columns.size() > target::most_columns) elog(ERROR, "too many columns of fanout.%s", name);
        auto* t = static_cast<target*>(palloc(sizeof(target)));
        t->table = table_open(find_relation(name), RowExclusiveLock);
        t->slot_count = 0;
        t->column_count = 0;
        AttrNumber found = 0;
        for (const char* column : columns)
            t->columns[t->column_count++] = found = find_column(t->table, column, found);
        t->state = CreateExecutorState();
        t->info = makeNode(ResultRelInfo);
        InitResultRelInfo(t->info, t->table, 0, nullptr, 0);
        open_indexes(t->info);
        provide_checks(t->info);
        return t;
    });
}

void table_insert::add(std::initializer_list<parameter> values) {
    values_.insert(values_.end(), values.begin(), values.end());
    ++rows_;
}

void table_insert::flush() {
    if (rows_ == 0) return;
    const parameter* values = values_.data();
    pg_call([&] {
        target& t = *target_;
        MemoryContext previous = MemoryContextSwitchTo(GetPerTupleMemoryContext(t.state));
        for (int i = 0; i < rows_; ++i) {
            MemoryContext rows = MemoryContextSwitchTo(t.state->es_query_cxt);
            TupleTableSlot* slot = t.fill(i, values + static_cast<size_t>(i) * t.column_count);
            MemoryContextSwitchTo(rows);
            ExecConstraints(t.info, slot, t.state);
            ExecPartitionCheck(t.info, slot, t.state, true);
        }
        table_multi_insert(t.table, t.slots, rows_, GetCurrentCommandId(true), 0, nullptr);
        for (int i = 0; i < rows_; ++i) {
            compat::insert_index_entries(t.info, t.slots[i], t.state);
            ExecClearTuple(t.slots[i]);
        }
        MemoryContextSwitchTo(previous);
        ResetPerTupleExprContext(t.state);
    });
    values_.clear();
    rows_ = 0;
}

void table_insert::finish() {
    flush();
    pg_call([&] {
        target& t = *target_;
        for (int i = 0; i < t.slot_count; ++i) ExecDropSingleTupleTableSlot(t.slots[i]);
        ExecCloseIndices(t.info);
        FreeExecutorState(t.state);
        table_close(t.table, NoLock);
        CommandCounterIncrement();
    });
}

}  // namespace fanout
