// Statements that people's commands make, with whatever rows they give.
#pragma once

#include "server/server_connection.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fanout::worker_detail {

/// Nothing is a null.
using query_values = std::vector<std::optional<std::string>>;

struct query_rows {
    std::vector<std::string> columns;
    std::vector<query_values> rows;
};

/// Runs one statement; its parameters are texts. Throws connection_lost and server_error.
query_rows query(server_connection& c, const std::string& sql, const query_values& parameters = {});

}  // namespace fanout::worker_detail
