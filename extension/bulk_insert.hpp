// Inserting many rows into one table past the executor: the rows of a page are written and logged together.
#pragma once

#include "guard.hpp"

namespace fanout {

/// One table's rows to come. Constraints and indexes are those of the table; there may be no triggers. Which
/// of the rows a unique key refuses isn't said: the error takes back all of them, so that a caller who knows
/// what to do about it calls this in a subtransaction.
///
/// Without finish(), an error is under way, and PostgreSQL lets go of everything with the (sub)transaction.
class bulk_insert {
public:
    /// @param table  its name, in the schema fanout
    explicit bulk_insert(const std::string& table);
    bulk_insert(const bulk_insert&) = delete;
    bulk_insert& operator=(const bulk_insert&) = delete;

    /// Adds a row: a value for each column, in their order; none is null. What values point to must live
    /// until flush() or finish().
    void add(std::initializer_list<Datum> values);
    /// Whether what was added is to be flushed before more is.
    bool is_full() const { return rows_ == most_rows; }
    void flush();
    /// Inserts what is left. The statements that come after see all of it.
    void finish();

private:
    static constexpr int most_rows = 100;
    struct target;

    target* target_;
    std::vector<Datum> values_;
    int rows_ = 0;
};

}  // namespace fanout
