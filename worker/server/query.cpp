#include "server/query.hpp"

#include "server/postgres.hpp"

namespace fanout::worker_detail {
namespace {

text_parameters pointers(const query_values& values) {
    text_parameters result;
    for (const auto& v : values) result.push_back(v ? v->c_str() : nullptr);
    return result;
}

}  // namespace

query_rows query(server_connection& c, const std::string& sql, const query_values& parameters) {
    const pqxx::result answer = c.statements().run(sql, pointers(parameters));
    query_rows result;
    for (pqxx::row_size_type i = 0; i < static_cast<pqxx::row_size_type>(answer.columns()); ++i) {
        result.columns.emplace_back(answer.column_name(i));
    }
    for (const auto& row : answer) {
        query_values& values = result.rows.emplace_back();
        for (const auto& field : row) {
            values.push_back(field.is_null() ? std::nullopt : std::optional<std::string>(field.c_str()));
        }
    }
    return result;
}

}  // namespace fanout::worker_detail
