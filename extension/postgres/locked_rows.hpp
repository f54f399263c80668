// Changing and deleting rows past the executor that nobody else can change at this moment: the transaction
// has locked them before, or holds a lock that keeps others away. Where the table has what only the executor
// sees to (past_executor.hpp), a statement changes each.
#pragma once

#include "postgres/index_scan.hpp"
#include "postgres/statement.hpp"

namespace fanout {

/// Rows of a table of ours, found by an index. Declare it `static const`. Constraints, indexes and triggers
/// are those of the table. Where another transaction has changed a row meanwhile, it's an error.
class locked_rows {
public:
    /// @param conditions  equalities, with each of which a value is compared
    /// @param columns     those that an update changes, by name
    locked_rows(std::string table, std::string index, std::vector<index_condition> conditions,
                std::vector<const char*> columns = {})
        : of_{std::move(table), std::move(index), std::move(conditions)}, columns_(std::move(columns)) {}

    /// Gives the rows that meet the conditions with these values, `keys`, a new value for each of the
    /// columns. The statements that come after see it, as what remove() does.
    void update(std::initializer_list<Datum> keys, std::initializer_list<parameter> values) const {
        write(keys.begin(), 1, values.begin());
    }
    /// One after another: the keys and values of the first, then those of the second, and so on.
    void update_each(const std::vector<Datum>& keys, const std::vector<parameter>& values) const {
        write(keys.data(), keys.size() / of_.conditions.size(), values.data());
    }

    /// Deletes rows: `keys` are the values for the first, then those for the second, and so on.
    void remove(const std::vector<Datum>& keys) const;

private:
    void write(const Datum* keys, size_t count, const parameter* values) const;
    /// Each returns false, and has done nothing, where rows don't go past the executor.
    bool update_past_executor(const Datum* keys, size_t count, const parameter* values) const;
    bool remove_past_executor(const std::vector<Datum>& keys) const;

    indexed_table of_;
    std::vector<const char*> columns_;
};

}  // namespace fanout
