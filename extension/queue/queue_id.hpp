// Ids of queue rows, which are the fencing tokens of claims.
//
// An id must not come again, or a late result would be recorded for whatever has it now. But a sequence can
// go back: where a standby takes over that has not received its last values, where a backup is restored,
// where a server without synchronous commits crashes, where the extension is made anew. So an id is the
// sequence's next value with random bits behind it. It still rises: the order of locks and whatever is "from
// this id on" go by that.
#pragma once

#include "postgres/postgres_api.hpp"

namespace fanout {

/// The id of a new row. Statements call fanout.next_queue_id().
int64_t next_queue_id();

/// No id that is made from now on is lower.
int64_t least_next_queue_id();

}  // namespace fanout
