#include "server/query.hpp"

#include "server/postgres.hpp"

namespace fanout::worker_detail {
namespace {

/// A null pointer is a null, in either version of libpqxx.
std::vector<const char*> pointers(const query_values& values) {
    std::vector<const char*> result;
    for (const auto& v : values) result.push_back(v ? v->c_str() : nullptr);
    return result;
}

pqxx::result run(connection& c, const std::string& sql, const query_values& parameters) {
    const std::vector<const char*> values = pointers(parameters);
#if PQXX_VERSION_MAJOR < 7
    return c.run(sql, pqxx::prepare::make_dynamic_params(values));
#else
    pqxx::params all;
    for (const char* v : values) all.append(v);
    return c.run(sql, all);
#endif
}

}  // namespace

query_rows query(server_connection& c, const std::string& sql, const query_values& parameters) {
    const pqxx::result answer = run(c.statements(), sql, parameters);
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
