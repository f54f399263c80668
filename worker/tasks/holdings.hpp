// What the server compares with what it knows of a worker.
#pragma once

#include <cstdint>
#include <vector>

namespace fanout::worker_detail {

struct holdings {
    int64_t worker_id;               ///< 0: not registered
    std::vector<int64_t> claim_ids;  ///< at least those that calls up to `recorded` have got
    int64_t recorded;                ///< the last call that is known to be recorded
};

}  // namespace fanout::worker_detail
