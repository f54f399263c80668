// What a query gives, printed.
#pragma once

#include "control/session.hpp"
#include "server/query.hpp"

#include <string>

namespace fanout::control {

struct question {
    std::string sql;  ///< a query; its columns are the keys of the JSON
    worker_detail::query_values parameters;
    std::string columns = "*";  ///< those that people get to see
    std::string if_none = {};   ///< what people are told where there is no row
    size_t widest = 200;        ///< of a cell of the table
};

/// Prints a table, or a JSON document a line. Returns how many rows there were.
size_t print_rows(session& s, const question& q);

/// Prints each row's only column as it is, or {"line": …}.
void print_lines(session& s, const std::string& function, const worker_detail::query_values& parameters);

/// Prints the query's only row as JSON.
void print_document(session& s, const std::string& sql, const worker_detail::query_values& parameters);

/// For a call that changes something: its query gives one row with a boolean column "changed", whether it did. People
/// get a sentence.
void print_change(session& s, const std::string& sql, const worker_detail::query_values& parameters,
                  const std::string& if_changed, const std::string& if_not);

}  // namespace fanout::control
