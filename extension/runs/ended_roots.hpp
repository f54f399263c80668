// Ended runs that nobody's task waits for: those that can be removed, with what is below them.
#pragma once

#include "postgres/statement.hpp"
#include "runs/status.hpp"

namespace fanout {

/// Runs of a version of a flow that ended in one way, at that time or before it.
struct ended_runs {
    int64_t flow_id;
    run_status status;
    TimestampTz until;
};

/// From rows of a flow's id, a status and a time.
std::vector<ended_runs> read_ended_runs(const rows& found);

/// Of each of these, the oldest first, those that are no child run of a run that is there; `most` of all.
std::vector<pg_uuid_t> find_ended_roots(const std::vector<ended_runs>& which, size_t most);

}  // namespace fanout
