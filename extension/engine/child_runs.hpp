// Child runs: the handler `flow:slug` starts one for each task, and its end is the task's outcome.
#pragma once

#include "engine/outcomes.hpp"

namespace fanout {

/// Works on locked claims of child runs, for about 100 ms, as far as it comes. For tasks it starts a child
/// each; one that has a child already, from an attempt before, resumes that. A task that waits for its child
/// stands in no queue row: the child is its fence. The ends of children it records as their tasks' outcomes.
void run_child_claims(claims& held);

}  // namespace fanout
