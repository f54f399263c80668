#include "postgres/index_scan.hpp"

namespace fanout {

read_snapshot::read_snapshot()
    : snapshot_(pg_call([] { return RegisterSnapshot(GetTransactionSnapshot()); })) {}

read_snapshot read_snapshot::latest() {
    return read_snapshot(pg_call([] { return RegisterSnapshot(GetLatestSnapshot()); }));
}

read_snapshot::~read_snapshot() {
    UnregisterSnapshot(snapshot_);
}

void running_scan::begin(const indexed_table& of, LOCKMODE table_lock, Snapshot snapshot) {
    table = table_open(find_relation(of.table.c_str()), table_lock);
    index = index_open(find_relation(of.index.c_str()), AccessShareLock);
    if (!index->rd_index->indisvalid)
        elog(ERROR, "index fanout.%s is not valid: reindex it", of.index.c_str());
    if (of.conditions.size() > most_conditions) elog(ERROR, "too many conditions on %s", of.index.c_str());
    key_count_ = 0;
    for (const index_condition& c : of.conditions) {
        ScanKeyEntryInitialize(&keys_[key_count_++], 0, c.column, c.strategy, InvalidOid,
                               index->rd_indcollation[c.column - 1], c.comparison, 0);
    }
    row = table_slot_create(table, nullptr);
    scan = compat::begin_index_scan(table, index, snapshot, key_count_);
}

void running_scan::restart(const Datum* values) {
    for (int i = 0; i < key_count_; ++i) keys_[i].sk_argument = values[i];
    index_rescan(scan, keys_, key_count_, nullptr, 0);
}

void running_scan::end(LOCKMODE table_lock) {
    index_endscan(scan);
    ExecDropSingleTupleTableSlot(row);
    index_close(index, table_lock == NoLock ? NoLock : AccessShareLock);
    table_close(table, table_lock);
}

void collected_rows::begin(Relation table, const std::vector<const char*>& names) {
    constexpr size_t usual_rows = 16;
    size = 0;
    room_ = usual_rows;
    columns.find(table, names.data(), names.size());
    cells = static_cast<NullableDatum*>(palloc(usual_rows * columns.count * sizeof(NullableDatum)));
}

void collected_rows::add(TupleTableSlot* row) {
    if (size == room_) {
        room_ *= 2;
        cells =
            static_cast<NullableDatum*>(repalloc_huge(cells, room_ * columns.count * sizeof(NullableDatum)));
    }
    NullableDatum* to = cells + size++ * columns.count;
    for (size_t i = 0; i < columns.count; ++i) {
        Form_pg_attribute type = TupleDescAttr(row->tts_tupleDescriptor, columns.of[i] - 1);
        to[i].value = slot_getattr(row, columns.of[i], &to[i].isnull);
        if (!to[i].isnull) to[i].value = datumCopy(to[i].value, type->attbyval, type->attlen);
    }
}

found_rows index_scan::execute(Snapshot snapshot, const Datum* values, size_t count, uint64_t most,
                               LOCKMODE unlocked) const {
    const size_t conditions = of_.conditions.size();
    const size_t scans = conditions == 0 ? 1 : count / conditions;
    const collected_rows found = pg_call([&] {
        running_scan scan;
        scan.begin(of_, AccessShareLock, snapshot);
        collected_rows rows;
        rows.begin(scan.table, columns_);
        for (size_t done = 0; done < scans; ++done) {
            scan.restart(values + done * conditions);
            for (uint64_t n = 0; n < most && scan.next(direction_); ++n) {
                CHECK_FOR_INTERRUPTS();
                rows.add(scan.row);
            }
        }
        scan.end(unlocked);
        return rows;
    });
    return found_rows(found);
}

}  // namespace fanout
