// Inserting rows into one table past the executor: without a statement to start, and the rows of a page are
// written and logged together. Where the table has what only the executor sees to (past_executor.hpp), a
// statement inserts each.
#pragma once

#include "postgres/statement.hpp"

namespace fanout {

/// One table's rows to come. Constraints, indexes, triggers and defaults are those of the table. Which of the
/// rows a unique key refuses isn't said: the error takes back all of them, so that a caller who knows what to
/// do about it calls this in a subtransaction.
///
/// Without finish(), an error is under way, and PostgreSQL lets go of everything with the (sub)transaction.
class table_insert {
public:
    /// @param table    its name, in the schema fanout
    /// @param columns  those that get values; the others get their defaults
    table_insert(const std::string& table, std::initializer_list<const char*> columns);
    table_insert(const table_insert&) = delete;
    table_insert& operator=(const table_insert&) = delete;

    /// Adds a row: a value for each of the columns. What values point to must live until flush() or finish().
    void add(std::initializer_list<parameter> values);
    /// Whether what was added is to be flushed before more is.
    bool is_full() const { return rows_ == most_rows; }
    void flush();
    /// Inserts what is left. The statements that come after see all of it.
    void finish();

private:
    static constexpr int most_rows = 100;
    struct target;

    void insert_by_statement();

    target* target_;
    statement* by_statement_ = nullptr;  ///< where rows don't go past the executor
    std::vector<parameter> values_;
    int rows_ = 0;
};

}  // namespace fanout
