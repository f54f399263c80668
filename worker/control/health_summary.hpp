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

/// The same where it can't be known.
std::string health_unknown_because(const std::string& reason);

/// And as a row of JSON.
std::string health_unknown_row(const std::string& reason);

}  // namespace fanout::control
