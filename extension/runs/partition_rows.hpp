// The rows that a partition of tasks, results or failures has of one state, one after the other: for who reads
// several side by side.
#pragma once

#include "postgres/index_scan.hpp"

namespace fanout {

/// The rows of one partition that are one state's, by rising index. All of it may raise PostgreSQL's errors;
/// zeroed memory is one that isn't open.
class partition_rows {
public:
    enum kind { tasks, results, failures };

    void seek(kind of, int generation, Datum state_id, int64_t first, Snapshot snapshot);
    /// Moves on to the first row at the index or behind it.
    bool reach(int64_t index);
    /// The same; whether there is one at the index.
    bool find(int64_t index) { return reach(index) && this->index() == index; }
    /// Leaves the row that it is at.
    void skip();
    int32_t index() { return DatumGetInt32(column(0).value); }
    /// Of the columns that are read, counted from 0; valid until it moves on.
    NullableDatum column(size_t number);
    void close();

private:
    void open(kind of, int generation, Snapshot snapshot);

    running_scan scan_;
    MemoryContext memory_;  ///< which lasts as long as the scan
    column_numbers columns_;
    int generation_;
    bool is_open_, has_row_;
};

}  // namespace fanout
