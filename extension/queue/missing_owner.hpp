// Queue rows of runs whose owner is missing here, as after a restore without its role: nothing runs as
// nobody, and nothing is lost. They wait until fanout.reassign_flows has given their flows to a role that is
// there.
#pragma once

#include "postgres/guard.hpp"

namespace fanout {

/// Puts rows aside that this transaction has locked.
void put_aside_unowned(const std::vector<int64_t>& queue_ids);

/// Lets those in whose runs have an owner again; what somebody else has locked, the next time.
void let_in_owned(TimestampTz now);

}  // namespace fanout
