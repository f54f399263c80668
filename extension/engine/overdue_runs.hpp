// Runs whose time is up.
#pragma once

#include "postgres/statement.hpp"

namespace fanout {

/// Ends the runs that took longer than their flow's run_timeout. Returns how many.
int64_t expire_runs(TimestampTz now);

}  // namespace fanout
