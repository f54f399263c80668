// A worker, as it has registered.
#pragma once

#include "postgres/postgres_api.hpp"

#include <vector>

namespace fanout {

/// What a worker serves, as registered.
struct worker {
    int64_t worker_id;
    Oid owner;
    int32_t slots;
    int32_t protocol;
    bool idle;
    int64_t last_sequence;
    std::vector<int64_t> last_stale;
    Datum handlers;  ///< text[]
    Datum queues;    ///< text[]
};

}  // namespace fanout
