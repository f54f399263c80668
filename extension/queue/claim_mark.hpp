// Where a worker's claims begin.
//
// A claim lives for one exchange or two, and leaves a dead index entry, which stays as long as any snapshot
// is old enough to need it: without a mark each call looks at all claims that the worker has had since then.
// Ids of claims rise, so whatever is below the lowest that was alive is dead.
#pragma once

#include "postgres/postgres_api.hpp"

namespace fanout {

/// No claim of the worker has a lower id.
int64_t lowest_claim(int64_t worker_id);

/// Below this id the worker has no claim now, and will have none. A rollback, which may bring claims back,
/// forgets it.
void note_lowest_claim(int64_t worker_id, int64_t claim_id);

}  // namespace fanout
