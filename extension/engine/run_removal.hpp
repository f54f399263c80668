// Removing what is kept of a run.
#pragma once

#include "postgres/statement.hpp"

namespace fanout {

/// Everything that belongs to a run that has ended and has nothing in the queue.
void remove_run(const pg_uuid_t& run_id, int generation);

}  // namespace fanout
