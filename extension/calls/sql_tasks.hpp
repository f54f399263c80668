// SQL handlers: running claimed tasks on the server.
#pragma once

#include "queue/claim.hpp"
#include "queue/worker.hpp"

namespace fanout {

struct batch_result {
    int32_t done;                     ///< tasks whose outcome was recorded, of all claims
    int64_t remaining;                ///< tasks that the claim still holds
    int32_t next_max;                 ///< how many to run next
    std::vector<int64_t> finished{};  ///< claims, the others among them, that hold nothing any more
};

/// Runs up to `max_tasks` tasks of a locked claim, for about 100 ms, and records them. Tasks run with the
/// rights of the flow's owner, the search_path that add_step recorded, and settings that are rolled back.
///
/// @param others  claims that go along where they are of the same step and nobody has locked them
batch_result run_sql_batch(const worker& w, claims& held, int64_t claim_id,
                           const std::vector<int64_t>& others, int32_t max_tasks);

}  // namespace fanout
