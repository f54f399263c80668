// Slugs of flows that the engine defines for a role: for execute_many and chain_runs.
#pragma once

#include "postgres/statement.hpp"

namespace fanout {

/// The same for the same role and options, and not to be guessed: whoever defined a flow of that slug first
/// would own it.
std::string own_flow_slug(const std::string& prefix, Oid owner, const std::string& options);

}  // namespace fanout
