// Slugs of flows that the engine defines for a role: for execute_many and chain_runs.
#pragma once

#include "postgres/statement.hpp"

namespace fanout {

/// The same for the same role and options, and not to be guessed: whoever defined a flow of that slug first
/// would own it. Until the transaction ends the flow, if it is there, is not dropped as one without runs.
std::string own_flow_slug(const std::string& prefix, Oid owner, const std::string& options);

/// Drops flows of such slugs of which no run is left, a hundred at most; not those of which one is being started.
void drop_own_flows_without_runs();

}  // namespace fanout
