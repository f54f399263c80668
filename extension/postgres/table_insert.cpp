#include "postgres/table_insert.hpp"

#include "postgres/kept_conditions.hpp"
#include "postgres/past_executor.hpp"

#include <algorithm>

namespace fanout {

/// Plain, as pg_call wants it.
struct table_insert::target {
    Relation table;
    write_target to;
    TupleTableSlot* slots[most_rows];
    int slot_count;
    column_numbers columns;
    bool goes_past_executor;

    /// A slot with a row of its values.
    TupleTableSlot* fill(int row, const parameter* values) {
        for (; slot_count <= row; ++slot_count) slots[slot_count] = table_slot_create(table, nullptr);
        TupleTableSlot* slot = slots[row];
        ExecClearTuple(slot);
        const int all = RelationGetNumberOfAttributes(table);
        std::fill_n(slot->tts_values, all, Datum{0});
        std::fill_n(slot->tts_isnull, all, true);
        for (size_t i = 0; i < columns.count; ++i) {
            slot->tts_values[columns.of[i] - 1] = values[i].datum;
            slot->tts_isnull[columns.of[i] - 1] = values[i].null;
        }
        return ExecStoreVirtualTuple(slot);
    }
};

namespace {

/// With values for these columns. An identity column, too, gets the value that it is given.
std::string insert_text(const std::string& table, std::initializer_list<const char*> columns) {
    std::string names, values;
    int count = 0;
    for (const char* column : columns) {
        const char* between = count++ == 0 ? "" : ", ";
        names += between + std::string(column);
        values += between + ("$" + std::to_string(count));
    }
    return "INSERT INTO fanout." + table + " (" + names + ") OVERRIDING SYSTEM VALUE VALUES (" + values + ")";
}

std::vector<Oid> types_of(Relation table, const column_numbers& columns) {
    std::vector<Oid> types;
    for (size_t i = 0; i < columns.count; ++i)
        types.push_back(TupleDescAttr(RelationGetDescr(table), columns.of[i] - 1)->atttypid);
    return types;
}

}  // namespace

table_insert::table_insert(const std::string& table, std::initializer_list<const char*> columns) {
    const char* name = table.c_str();
    target_ = pg_call([&] {
        auto* t = static_cast<target*>(palloc(sizeof(target)));
        t->table = table_open(find_relation(name), RowExclusiveLock);
        t->slot_count = 0;
        t->columns.find(t->table, columns.begin(), columns.size());
        t->goes_past_executor = past_executor::may_insert(t->table, t->columns);
        t->to.open(t->table);
        return t;
    });
    if (target_->goes_past_executor) return;
    by_statement_ = &kept_statement(insert_text(table, columns), types_of(target_->table, target_->columns));
}

void table_insert::add(std::initializer_list<parameter> values) {
    values_.insert(values_.end(), values.begin(), values.end());
    ++rows_;
}

void table_insert::flush() {
    if (rows_ == 0) return;
    if (by_statement_) return insert_by_statement();
    const parameter* values = values_.data();
    pg_call([&] {
        target& t = *target_;
        MemoryContext previous = MemoryContextSwitchTo(GetPerTupleMemoryContext(t.to.state));
        for (int i = 0; i < rows_; ++i) {
            MemoryContext rows = MemoryContextSwitchTo(t.to.state->es_query_cxt);
            TupleTableSlot* slot = t.fill(i, values + static_cast<size_t>(i) * t.columns.count);
            MemoryContextSwitchTo(rows);
            ExecConstraints(t.to.info, slot, t.to.state);
            ExecPartitionCheck(t.to.info, slot, t.to.state, true);
        }
        table_multi_insert(t.table, t.slots, rows_, GetCurrentCommandId(true), 0, nullptr);
        for (int i = 0; i < rows_; ++i) {
            compat::insert_index_entries(t.to.info, t.slots[i], t.to.state);
            ExecClearTuple(t.slots[i]);
        }
        MemoryContextSwitchTo(previous);
        ResetPerTupleExprContext(t.to.state);
    });
    values_.clear();
    rows_ = 0;
}

void table_insert::insert_by_statement() {
    const auto columns = static_cast<std::ptrdiff_t>(target_->columns.count);
    for (auto row = values_.begin(); row != values_.end(); row += columns)
        by_statement_->run(std::vector<parameter>(row, row + columns));
    values_.clear();
    rows_ = 0;
}

void table_insert::finish() {
    flush();
    pg_call([&] {
        target& t = *target_;
        for (int i = 0; i < t.slot_count; ++i) ExecDropSingleTupleTableSlot(t.slots[i]);
        t.to.close();
        table_close(t.table, NoLock);
        CommandCounterIncrement();
    });
}

}  // namespace fanout
