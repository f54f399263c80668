// What this backend is doing at the moment, in calls that have not returned. A user's function may call
// functions of ours, on the very run, claim or flow for which it is called: what the call around it goes on
// with must not be gone when it returns. Locks don't tell, since the transaction is the same.
#pragma once

#include "postgres/guard.hpp"

namespace fanout {

/// From construction to destruction: a call works under a claim.
class under_way {
public:
    under_way(int64_t claim_id, const pg_uuid_t& run_id, std::string flow_slug);
    ~under_way();
    under_way(const under_way&) = delete;
    under_way& operator=(const under_way&) = delete;

    static bool has_claim(int64_t claim_id);
    static bool has_run(const pg_uuid_t& run_id);
    static bool has_flow(const std::string& flow_slug);

private:
    template <typename Is> static bool any(const Is& is);

    int64_t claim_id_;
    pg_uuid_t run_id_;
    std::string flow_slug_;
    const under_way* outer_;
};

}  // namespace fanout
