// Changing and deleting rows past the executor that nobody else can change at this moment: the transaction
// has locked them before, or holds a lock that keeps others away.
#pragma once

#include "index_scan.hpp"
#include "spi.hpp"

namespace fanout {

/// Rows of a table of ours, found by an index. Declare it `static const`. Constraints and indexes are those
/// of the table; triggers don't fire. Where another transaction has changed a row meanwhile, it's an error.
class locked_rows {
public:
    /// @param columns  those that an update changes, by name
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

    indexed_table of_;
    std::vector<const char*> columns_;
};

}  // namespace fanout
