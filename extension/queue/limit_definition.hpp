// Limits that flows name, as they are defined and granted.
#pragma once

#include "postgres/statement.hpp"

namespace fanout {

/// Gives the limits of `from`, as the table shows it, to another role. What was granted to a role that is gone is
/// nobody's right.
void hand_over_limits(const std::string& from, Oid from_role, Oid to);

}  // namespace fanout
