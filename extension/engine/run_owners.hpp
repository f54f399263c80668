// Runs change hands.
#pragma once

#include "postgres/statement.hpp"

namespace fanout {

/// Gives the runs of `from`, as the table shows it, to another role.
void hand_over_runs(const std::string& from, Oid to);

}  // namespace fanout
