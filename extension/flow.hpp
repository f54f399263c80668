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

/// Finds the current version; throws unknown_flow.
flow_version current_version(const std::string& flow_slug);

}  // namespace fanout
