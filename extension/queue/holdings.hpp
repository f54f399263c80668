// What stands in workers' names: the claims that they hold.
#pragma once

#include "postgres/index_scan.hpp"

#include <map>
#include <optional>
#include <vector>

namespace fanout {

struct held_claim {
    int64_t queue_id;
    std::optional<int64_t> sequence;  ///< the worker's call that claimed it; none: claim_tasks did
};

struct holdings {
    std::vector<held_claim> claims;
    int64_t tasks = 0;
    bool crashed = false;        ///< whether one of them took a worker down before
    std::vector<int64_t> ended;  ///< those of runs that have ended
};

/// Those of each worker, one look for all: the workers may be claiming at this moment.
std::map<int64_t, holdings> find_holdings(const std::vector<int64_t>& worker_ids, const read_snapshot& now);

/// Those of a worker whose lock the caller has.
holdings what_it_holds(int64_t worker_id);

}  // namespace fanout
