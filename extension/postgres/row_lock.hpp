// Locking rows that are found by an index, without a statement.
#pragma once

#include "postgres/index_scan.hpp"

#include <span>

namespace fanout {

/// What to do about a row that another transaction has locked.
enum class when_locked { wait, skip };

enum class lock_result { locked, gone, busy };

/// Locks the row that the scan has found. Where it is locked now, `locked` has its newest version. Where the
/// transaction's snapshot is older than what has become of the row, it fails with 40001, as FOR UPDATE does.
/// To be called inside of pg_call.
lock_result lock_row(const running_scan& found, Snapshot snapshot, TupleTableSlot* locked, LockTupleMode mode,
                     LockWaitPolicy policy);

/// Declare it `static const`.
class row_lock {
public:
    /// @param mode     as in LockTupleExclusive, which is FOR UPDATE
    /// @param columns  those of the table that are read, by name
    row_lock(std::string table, std::string index, std::vector<index_condition> conditions,
             LockTupleMode mode, std::vector<const char*> columns)
        : of_{std::move(table), std::move(index), std::move(conditions)}, mode_(mode),
          columns_(std::move(columns)) {}

    /// Locks the rows that meet the conditions, one after another: `keys` are the values for the first, then
    /// those for the second, and so on. Returns them as they are under the lock, without those that are gone:
    /// the caller sees to it that they still are what it looked for.
    found_rows run_each(const std::vector<Datum>& keys, when_locked how) const;

    /// Likewise, until it meets a row that another transaction has locked: `keys` begins with that row's
    /// values then, and is empty otherwise.
    found_rows run_until_busy(std::span<const Datum>& keys) const;

    /// How many values a row is found by.
    size_t key_size() const { return of_.conditions.size(); }

private:
    found_rows run(std::span<const Datum>& keys, LockWaitPolicy policy, bool stops) const;

    indexed_table of_;
    LockTupleMode mode_;
    std::vector<const char*> columns_;
};

}  // namespace fanout
