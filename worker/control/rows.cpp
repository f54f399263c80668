#include "control/rows.hpp"

#include "control/shown_text.hpp"
#include "control/table.hpp"

#include <iostream>

namespace fanout::control {
namespace {

using worker_detail::query;
using worker_detail::query_rows;
using worker_detail::query_values;

/// A subquery, so that a function in it is called once.
size_t print_json(session& s, const std::string& sql, const query_values& parameters) {
    const query_rows found = query(s.server, "SELECT row_to_json(r) FROM (" + sql + ") r", parameters);
    for (const auto& row : found.rows) std::cout << printable_json(*row[0]) << '\n';
    return found.rows.size();
}

}  // namespace

size_t print_rows(session& s, const question& q) {
    if (s.json) return print_json(s, q.sql, q.parameters);
    const query_rows found = query(s.server, "SELECT " + q.columns + " FROM (" + q.sql + ") r", q.parameters);
    if (found.rows.empty()) {
        std::cout << q.if_none << '\n';
    } else {
        std::cout << table(found, q.widest);
    }
    return found.rows.size();
}

void print_lines(session& s, const std::string& function, const query_values& parameters) {
    const std::string sql = "SELECT line FROM fanout." + function + " line";
    if (s.json) {
        print_json(s, sql, parameters);
        return;
    }
    for (const auto& row : query(s.server, sql, parameters).rows)
        std::cout << printable_lines(*row[0]) << '\n';
}

void print_document(session& s, const std::string& sql, const query_values& parameters) {
    print_json(s, sql, parameters);
}

void print_change(session& s, const std::string& sql, const query_values& parameters,
                  const std::string& if_changed, const std::string& if_not) {
    if (s.json) {
        print_json(s, sql, parameters);
        return;
    }
    const query_rows answer = query(s.server, "SELECT changed FROM (" + sql + ") r", parameters);
    std::cout << (answer.rows.at(0)[0] == "t" ? if_changed : if_not) << '\n';
}

}  // namespace fanout::control
