// Tasks whose time is up: those that waited too long, and those whose workers are alive and say nothing of
// them.
#pragma once

#include "engine/outcomes.hpp"

namespace fanout {

/// Queue rows, locked, and the failures that are to be recorded under them.
struct failing_tasks {
    claims held;
    std::vector<outcome> failures;
};

/// Adds waiting tasks that are past their schedule_timeout, ten thousand at most.
void find_expired_tasks(failing_tasks& found, TimestampTz now);

/// Adds claimed tasks that have been silent for their heartbeat_timeout. The worker's daemon sees to that by
/// itself; this is for clients that don't, and for daemons that hang.
void find_silent_tasks(failing_tasks& found, TimestampTz now);

/// Adds tasks that a client of claim_tasks has held for longer than their timeout, times the number of those
/// under their claim, and one heartbeat interval. Daemons end such tasks by themselves, and may begin a task
/// some time after it was claimed.
void find_unfinished_tasks(failing_tasks& found, TimestampTz now);

}  // namespace fanout
