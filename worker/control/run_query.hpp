// What fanoutctl tells of runs.
#pragma once

#include <string>

namespace fanout::control {

/// A row a run, the newest first; to be followed by a WHERE.
inline std::string run_query() {
    return "SELECT run_id, flow, version, name, status, done, total, failed, started_at, completed_at, "
           "extract(epoch FROM elapsed) AS elapsed_seconds, extract(epoch FROM eta) AS eta_seconds, priority, "
           "parent_run_id, error FROM fanout.runs_overview";
}

}  // namespace fanout::control
