// Definitions of flows, as other files need them.
#pragma once

#include "spi.hpp"

namespace fanout {

/// The current version of a flow.
struct flow_version {
    int64_t flow_id;
    int32_t version;
    Oid owner;
    bool used;
};

/// A step's and a run's priority are each this far from zero at most: their sum is an int.
inline constexpr int64_t most_priority = 1000000000;
void check_priority(int32_t priority, const std::string& where);

/// Finds the current version; throws unknown_flow.
flow_version current_version(const std::string& flow_slug);

}  // namespace fanout
