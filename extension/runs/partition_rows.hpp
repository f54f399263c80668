// The rows that a partition of tasks, results or failures has of one state, one after the other: for who reads
// several side by side.
#pragma once

#include "postgres/index_scan.hpp"

namespace fanout {

/// What one partition has of one state, task by task, by rising index. All of it may raise PostgreSQL's errors;
/// zeroed memory is one that isn't open.
class partition_rows {
public:
    enum kind { tasks, results, failures };

    void seek(kind of, int generation, Datum state_id, int64_t first, Snapshot snapshot);
    /// Moves on to the first task at the index or behind it.
    bool reach(int64_t index);
    /// The same; whether there is one at the index.
    bool find(int64_t index) { return reach(index) && this->index() == index; }
    /// Leaves the row that it is at.
    void skip();
    int32_t index() const { return index_; }
    /// Of the columns that are read, counted from 0; valid until it moves on. Of items and outputs the task's, in
    /// the current memory context.
    NullableDatum column(size_t number);
    void close();

private:
    void open(kind of, int generation, Snapshot snapshot);
    NullableDatum stored(size_t number);
    NullableDatum value_of_task(Datum values);

    running_scan scan_;
    MemoryContext memory_;  ///< which lasts as long as the scan
    column_numbers columns_;
    kind kind_;
    int generation_;
    int32_t first_, last_, index_;  ///< the row's tasks, and the one that it is at
    Jsonb* values_;                 ///< the row's, once one is asked for
    bool is_open_, has_row_;
};

}  // namespace fanout
