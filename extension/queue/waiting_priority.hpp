// The priority of what waits, where that of its run has changed.
#pragma once

#include "postgres/statement.hpp"

namespace fanout {

/// Gives the waiting rows of these runs the priority that their runs and steps have now, and with that another place.
/// Never waits. Returns whether that is all of them: others are locked by somebody else.
bool reorder_waiting_rows(const std::vector<pg_uuid_t>& run_ids);

}  // namespace fanout
