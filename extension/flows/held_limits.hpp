// Limits that a task of a `flow:` step holds while its child run goes on. A task below it may not wait for
// one of them, nor for one whose holder's child run waits for one of them, and so on: all of them would stand
// still. It is the order of locks: limits are taken in one order, from the steps that wait down to the child
// runs.
#pragma once

#include "flows/flow.hpp"

namespace fanout {

/// Throws cycle where, with this step, limits would be waited for in a ring: by the current versions of all
/// flows that lead to the step's flow, or to which it leads, and of those whose steps hold what is waited for
/// so, whichever of them was defined last. Definitions that are committed at the same time don't see each
/// other.
///
/// @param where  how messages name the step
void check_no_held_limit_is_named(int64_t flow_id, const std::string& step_slug, const std::string& where);

/// Throws cycle, with what to do.
[[noreturn]] void raise_held_limit(const std::string& problem);

}  // namespace fanout
