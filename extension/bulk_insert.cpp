#include "bulk_insert.hpp"

#include "kept_checks.hpp"

#include <algorithm>

namespace fanout {

/// Plain, as pg_call wants it.
struct bulk_insert::target {
    Relation table;
    EState* state;
    ResultRelInfo* info;
    TupleTableSlot* slots[most_rows];
    int columns;
};

bulk_insert::bulk_insert(const std::string& table) {
    const char* name = table.c_str();
    target_ = pg_call([&] {
        auto* t = static_cast<target*>(palloc0(sizeof(target)));
        const Oid id = get_relname_relid(name, get_namespace_oid("fanout", false));
        if (!OidIsValid(id)) elog(ERROR, "table fanout.%s does not exist", name);
        t->table = table_open(id, RowExclusiveLock);
        t->columns = RelationGetNumberOfAttributes(t->table);
        t->state = CreateExecutorState();
        t->info = makeNode(ResultRelInfo);
        InitResultRelInfo(t->info, t->table, 0, nullptr, 0);
        ExecOpenIndices(t->info, false);
        provide_checks(t->info);
        for (TupleTableSlot*& slot : t->slots) slot = table_slot_create(t->table, nullptr);
        return t;
    });
    values_.reserve(most_rows * static_cast<size_t>(target_->columns));
}

void bulk_insert::add(std::initializer_list<Datum> values) {
    values_.insert(values_.end(), values.begin(), values.end());
    ++rows_;
}

void bulk_insert::flush() {
    if (rows_ == 0) return;
    const Datum* values = values_.data();
    pg_call([&] {
        target& t = *target_;
        MemoryContext previous = MemoryContextSwitchTo(GetPerTupleMemoryContext(t.state));
        for (int i = 0; i < rows_; ++i) {
            TupleTableSlot* slot = t.slots[i];
            ExecClearTuple(slot);
            std::copy_n(values + static_cast<std::ptrdiff_t>(i) * t.columns, t.columns, slot->tts_values);
            std::fill_n(slot->tts_isnull, t.columns, false);
            ExecStoreVirtualTuple(slot);
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

void bulk_insert::finish() {
    flush();
    pg_call([&] {
        target& t = *target_;
        for (TupleTableSlot* slot : t.slots) ExecDropSingleTupleTableSlot(slot);
        ExecCloseIndices(t.info);
        FreeExecutorState(t.state);
        table_close(t.table, NoLock);
        CommandCounterIncrement();
    });
}

}  // namespace fanout
