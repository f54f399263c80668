#include "index_scan.hpp"

#include "relation.hpp"

#include <algorithm>

namespace fanout {
namespace {

// What follows runs inside of pg_call, and has nothing to destroy.

Relation open_index(const char* name) {
    Relation index = index_open(find_relation(name), AccessShareLock);
    if (!index->rd_index->indisvalid) elog(ERROR, "index fanout.%s is not valid: reindex it", name);
    return index;
}

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
        if (row[i].isnull || type->attbyval) continue;
        row[i].value = type->attlen == -1 ? PointerGetDatum(PG_DETOAST_DATUM_COPY(row[i].value))
                                          : datumCopy(row[i].value, false, type->attlen);
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

found_rows index_scan::execute(Snapshot snapshot, const Datum* values, size_t count, uint64_t most) const {
    constexpr size_t most_conditions = 4, most_columns = 12, usual_rows = 16;
    const size_t conditions = conditions_.size(), columns = columns_.size();
    const size_t scans = conditions == 0 ? 1 : count / conditions;
    const collected_rows found = pg_call([&] {
        ScanKeyData keys[most_conditions];
        AttrNumber numbers[most_columns];
        if (conditions > most_conditions || columns > most_columns)
            elog(ERROR, "too many conditions or columns in a scan of %s", index_);
        Relation table = table_open(find_relation(table_), AccessShareLock);
        Relation index = open_index(index_);
        for (size_t i = 0; i < columns; ++i)
            numbers[i] = find_column(table, columns_[i], i == 0 ? AttrNumber{0} : numbers[i - 1]);
        for (size_t i = 0; i < conditions; ++i) {
            const condition& c = conditions_[i];
            ScanKeyEntryInitialize(&keys[i], 0, c.column, c.strategy, InvalidOid,
                                   index->rd_indcollation[c.column - 1], c.comparison, 0);
        }
        collected_rows rows{nullptr, 0, usual_rows, static_cast<int>(columns)};
        rows.cells = static_cast<NullableDatum*>(palloc(usual_rows * columns * sizeof(NullableDatum)));
        TupleTableSlot* slot = table_slot_create(table, nullptr);
        IndexScanDesc scan = compat::begin_index_scan(table, index, snapshot, static_cast<int>(conditions));
        for (size_t done = 0; done < scans; ++done) {
            for (size_t i = 0; i < conditions; ++i) keys[i].sk_argument = values[done * conditions + i];
            index_rescan(scan, keys, static_cast<int>(conditions), nullptr, 0);
            for (uint64_t n = 0; n < most && index_getnext_slot(scan, direction_, slot); ++n) {
                CHECK_FOR_INTERRUPTS();
                collect(rows, slot, numbers);
            }
        }
        index_endscan(scan);
        ExecDropSingleTupleTableSlot(slot);
        index_close(index, NoLock);
        table_close(table, NoLock);
        return rows;
    });
    return {found.cells, found.size, found.columns};
}

}  // namespace fanout
