#include "index_scan.hpp"

#include "relation.hpp"

#include <algorithm>

namespace fanout {
namespace {

// What follows runs inside of pg_call, and has nothing to destroy.

/// Rows that grow in number.
struct collected_rows {
    NullableDatum* cells;
    size_t size, room;
    int columns;
};

void collect(collected_rows& rows, TupleTableSlot* slot, const AttrNumber* columns) {
    const auto width = static_cast<size_t>(rows.columns);
    if (rows.size == rows.room) {
        rows.room *= 2;
        rows.cells =
            static_cast<NullableDatum*>(repalloc_huge(rows.cells, rows.room * width * sizeof(NullableDatum)));
    }
    NullableDatum* row = rows.cells + rows.size++ * width;
    for (int i = 0; i < rows.columns; ++i) {
        Form_pg_attribute type = TupleDescAttr(slot->tts_tupleDescriptor, columns[i] - 1);
        row[i].value = slot_getattr(slot, columns[i], &row[i].isnull);
        if (!row[i].isnull) row[i].value = datumCopy(row[i].value, type->attbyval, type->attlen);
    }
}

}  // namespace

read_snapshot::read_snapshot()
    : snapshot_(pg_call([] { return RegisterSnapshot(GetTransactionSnapshot()); })) {}

read_snapshot::~read_snapshot() {
    UnregisterSnapshot(snapshot_);
}

std::string found_rows::text(size_t row, int column) const {
    const text_view view = view_text(datum(row, column));
    return std::string(view.data, view.size);
}

std::optional<std::string> found_rows::optional_text(size_t row, int column) const {
    if (is_null(row, column)) return std::nullopt;
    return text(row, column);
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

void running_scan::end() {
    index_endscan(scan);
    ExecDropSingleTupleTableSlot(row);
    index_close(index, NoLock);
    table_close(table, NoLock);
}

found_rows index_scan::execute(Snapshot snapshot, const Datum* values, size_t count, uint64_t most) const {
    constexpr size_t most_columns = 12, usual_rows = 16;
    const size_t conditions = of_.conditions.size(), columns = columns_.size();
    const size_t scans = conditions == 0 ? 1 : count / conditions;
    const collected_rows found = pg_call([&] {
        if (columns > most_columns) elog(ERROR, "too many columns of %s", of_.table.c_str());
        running_scan scan;
        scan.begin(of_, AccessShareLock, snapshot);
        AttrNumber numbers[most_columns];
        for (size_t i = 0; i < columns; ++i)
            numbers[i] = find_column(scan.table, columns_[i], i == 0 ? AttrNumber{0} : numbers[i - 1]);
        collected_rows rows{nullptr, 0, usual_rows, static_cast<int>(columns)};
        rows.cells = static_cast<NullableDatum*>(palloc(usual_rows * columns * sizeof(NullableDatum)));
        for (size_t done = 0; done < scans; ++done) {
            scan.restart(values + done * conditions);
            for (uint64_t n = 0; n < most && scan.next(direction_); ++n) {
                CHECK_FOR_INTERRUPTS();
                collect(rows, scan.row, numbers);
            }
        }
        scan.end();
        return rows;
    });
    return {found.cells, found.size, found.columns};
}

}  // namespace fanout
