// SQL handlers: running claimed tasks on the server.
#pragma once

#include "queue/claim.hpp"

namespace fanout {

struct batch_result {
    int32_t done;       ///< tasks whose outcome was recorded
    int64_t remaining;  ///< tasks that the claim still holds
    int32_t next_max;   ///< how many to run next
};

/// Runs up to `max_tasks` tasks of a locked claim, for about 100 ms, and records them. Tasks run with the
/// rights of the flow's owner, the search_path that add_step recorded, and settings that are rolled back.
batch_result run_sql_batch(claims& held, int64_t claim_id, int32_t max_tasks);

}  // namespace fanout
