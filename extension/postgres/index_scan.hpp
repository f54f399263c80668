// Reads rows by an index, without a statement: for what each call looks at. To start the executor for a
// statement, with a plan that is kept, takes ten times the instructions of the look itself.
#pragma once

#include "postgres/relation.hpp"
#include "postgres/typed_rows.hpp"

#include <initializer_list>

namespace fanout {

/// What reads see: all that was committed when it was taken, and what the transaction itself has written.
class read_snapshot {
public:
    read_snapshot();
    /// What is committed now, also where the transaction's own snapshot is older.
    static read_snapshot latest();
    ~read_snapshot();
    read_snapshot(const read_snapshot&) = delete;
    read_snapshot& operator=(const read_snapshot&) = delete;

    Snapshot get() const { return snapshot_; }

private:
    explicit read_snapshot(Snapshot snapshot) : snapshot_(snapshot) {}

    Snapshot snapshot_;
};

/// A comparison with one of an index's columns, which count from 1.
struct index_condition {
    AttrNumber column;
    StrategyNumber strategy;  ///< as in BTEqualStrategyNumber
    RegProcedure comparison;  ///< the operator's function, as in F_INT8EQ
};

/// An index of a table of ours, and with what its columns are compared.
struct indexed_table {
    std::string table, index;
    std::vector<index_condition> conditions;
};

/// A scan that is under way. All of it is to be called inside of pg_call: it raises PostgreSQL's errors, and
/// what it has opened then is closed with the (sub)transaction.
struct running_scan {
    Relation table, index;
    IndexScanDesc scan;
    TupleTableSlot* row;  ///< the one that was found last

    void begin(const indexed_table& of, LOCKMODE table_lock, Snapshot snapshot);
    /// From the beginning, for other values.
    void restart(const Datum* values);
    bool next(ScanDirection direction) { return index_getnext_slot(scan, direction, row); }
    /// @param table_lock    how the table was locked, where that ends as well; else it stays until the transaction does
    void end(LOCKMODE table_lock = NoLock);

private:
    static constexpr size_t most_conditions = 4;

    ScanKeyData keys_[most_conditions];
    int key_count_;
};

/// Columns of rows as they are collected. To be used inside of pg_call, as a scan.
struct collected_rows {
    NullableDatum* cells;
    size_t size;
    column_numbers columns;

    void begin(Relation table, const std::vector<const char*>& names);
    void add(TupleTableSlot* row);

private:
    size_t room_;
};

/// Rows that a scan found; rows count from 0 and columns from 1, as those of a statement. They live as long
/// as the memory context in which they were read.
class found_rows : public typed_rows<found_rows> {
public:
    explicit found_rows(const collected_rows& rows)
        : cells_(rows.cells), size_(rows.size), columns_(rows.columns.count) {}

    size_t size() const { return size_; }

    bool is_null(size_t row, int column) const { return cell(row, column).isnull; }
    Datum datum(size_t row, int column) const { return cell(row, column).value; }

private:
    const NullableDatum& cell(size_t row, int column) const {
        return cells_[row * columns_ + static_cast<size_t>(column) - 1];
    }

    const NullableDatum* cells_;
    size_t size_;
    size_t columns_;
};

/// Scans for values that each run gives. Declare it `static const`.
class index_scan {
public:
    static constexpr uint64_t all = UINT64_MAX;

    /// @param columns  those of the table that are read, by name
    index_scan(std::string table, std::string index, std::vector<index_condition> conditions,
               std::vector<const char*> columns, ScanDirection direction = ForwardScanDirection)
        : of_{std::move(table), std::move(index), std::move(conditions)}, columns_(std::move(columns)),
          direction_(direction) {}

    /// The rows that meet the conditions with these values, in the index's order; the first `most`.
    found_rows run(const read_snapshot& snapshot, std::initializer_list<Datum> values,
                   uint64_t most = all) const {
        return execute(snapshot.get(), values.begin(), values.size(), most);
    }
    /// Likewise, without a lock on table and index that stays: for who waits in a transaction.
    found_rows run_and_unlock(const read_snapshot& snapshot, std::initializer_list<Datum> values) const {
        return execute(snapshot.get(), values.begin(), values.size(), all, AccessShareLock);
    }
    /// One scan after another: `values` are those of the first, then those of the second, and so on; of each
    /// the first `most`.
    found_rows run_each(const read_snapshot& snapshot, const std::vector<Datum>& values,
                        uint64_t most = all) const {
        return execute(snapshot.get(), values.data(), values.size(), most);
    }

private:
    found_rows execute(Snapshot snapshot, const Datum* values, size_t count, uint64_t most,
                       LOCKMODE unlocked = NoLock) const;

    indexed_table of_;
    std::vector<const char*> columns_;
    ScanDirection direction_;
};

}  // namespace fanout
