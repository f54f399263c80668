// The states that a call may change, locked together before the first of them is.
//
// They belong to any number of runs, so what follows from one of them may have a lower id than another: to
// lock each when its turn comes would be no order. What can follow within one call is known from the
// definitions.
#pragma once

#include "advance.hpp"

namespace fanout {

/// Locks the states with these changes, and those that they may lead to in this call, by rising id. Returns
/// all of them as they are under their locks.
/// @param seen  as they were before; those that aren't there are read
step_states lock_affected(const std::map<int64_t, state_change>& changes, const step_states& seen,
                          state_locks locks);

}  // namespace fanout
