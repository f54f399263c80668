// What monitoring systems get of fanout.health().
#pragma once

#include "control/exit_statuses.hpp"

#include <string>
#include <vector>

namespace fanout::control {

struct health_row {
    std::string what, status, detail;
};

/// The worst of all; unknown where there is none.
health_status worst_health(const std::vector<health_row>& rows);

/// One line: "FANOUT CRITICAL - silent workers: 2 are silent".
std::string health_summary(const std::vector<health_row>& rows);

/// Where it can't be known: such a line, or a row of JSON.
std::string unknown_health(const std::string& reason, bool as_json);

}  // namespace fanout::control
