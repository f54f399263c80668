// What a lane has claimed and not completed, claim by claim.
#pragma once

#include "tasks/task.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace fanout::worker_detail {

/// The ledger's mutex guards it.
class held_claims {
public:
    void add(const std::shared_ptr<claim>& c, int tasks);
    /// Tasks of a claim are no longer in flight; it is forgotten with the last of them.
    void release(int64_t claim_id, int tasks);
    void release(const outcome& o);
    /// Tasks of whatever claims, which stay: they go back when the worker leaves.
    void release_unbegun(int tasks) { in_flight_ -= tasks; }

    /// Null where nothing of it is in flight.
    std::shared_ptr<claim> find(int64_t claim_id) const;
    std::vector<int64_t> ids() const;
    std::vector<std::shared_ptr<claim>> all() const;
    bool has_run(const std::string& run_id) const;
    /// How many tasks, of all claims.
    int in_flight() const { return in_flight_; }

private:
    struct held {
        std::shared_ptr<claim> of;
        int in_flight = 0;
    };

    std::unordered_map<int64_t, held> claims_;
    int in_flight_ = 0;
};

}  // namespace fanout::worker_detail
