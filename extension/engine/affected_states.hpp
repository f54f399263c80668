// The states that a call may change, locked together before the first of them is.
//
// They belong to any number of runs, so what follows from one of them may have a lower id than another: to
// lock each when its turn comes would be no order. What can follow within one call is known from the
// definitions.
#pragma once

#include "engine/change_set.hpp"

namespace fanout {

struct affected_states {
    step_states locked;  ///< as they are under their locks
    /// Those with changes that can't be made now, because somebody else has locked them, or what may follow:
    /// their changes are removed.
    std::set<int64_t> busy;
};

/// Locks the states with these changes, and those that they may lead to in this call, by rising id.
///
/// @param changes  loses those of busy states
/// @param seen     the states as they were before; those that aren't there are read
/// @param waits    null: for as long as it takes
affected_states lock_affected(std::map<int64_t, state_change>& changes, const step_states& seen,
                              state_locks locks, patience* waits);

}  // namespace fanout
