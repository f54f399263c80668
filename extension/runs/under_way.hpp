// What this backend is doing at the moment, in calls that have not returned. A user's function may call
// functions of ours, on the very run, claim or flow for which it is called: what the call around it goes on
// with must not be gone when it returns. Locks don't tell, since the transaction is the same.
#pragma once

#include "postgres/guard.hpp"

#include <vector>

namespace fanout {

/// A claim that is worked on, and what that is for.
struct claim_under_way {
    int64_t claim_id;
    pg_uuid_t run_id;
    std::string flow_slug;
};

/// From construction to destruction: a call works under these claims.
class under_way {
public:
    explicit under_way(std::vector<claim_under_way> work);
    ~under_way();
    under_way(const under_way&) = delete;
    under_way& operator=(const under_way&) = delete;

    static bool has_claim(int64_t claim_id);
    static bool has_run(const pg_uuid_t& run_id);
    static bool has_flow(const std::string& flow_slug);

private:
    template <typename Is> static bool any(const Is& is);

    const std::vector<claim_under_way> work_;
    const under_way* const outer_;
};

}  // namespace fanout
