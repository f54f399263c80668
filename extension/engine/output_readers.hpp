// Who has a completed run's output: a parent run, or batches of chained runs.
#pragma once

#include "postgres/statement.hpp"

namespace fanout {

/// Throws invalid_argument where the run is a child run, or the source of one in a batch of chained runs: they have its output,
/// or are about to read it.
void refuse_where_output_is_read(const pg_uuid_t& run_id);

}  // namespace fanout
