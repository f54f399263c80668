// One task of a run that somebody steers by hand.
#pragma once

#include "postgres/entry.hpp"
#include "postgres/patience.hpp"
#include "runs/given_run.hpp"
#include "runs/state.hpp"

namespace fanout {

struct given_task {
    given_run run;
    step_state state;
    int32_t index;

    std::string where() const;
};

/// Reads the task that a call's first arguments name, run_id, step_slug and task_index, checks that the caller may act on
/// its run, and keeps other calls that steer or resume that run waiting until the transaction has ended. Throws unknown_run,
/// unknown_step, not_owner, invalid_argument where there is no such task, and not_ready where there isn't yet.
given_task load_task(const call& c, const char* function);

/// Throws still_stopping: somebody has locked this for long.
[[noreturn]] void raise_locked(const std::string& what);

/// Locks the state of a task that has ended, for another end of it. Throws not_ready where its step has ended with it, or one that
/// runs over what its tasks give as it comes has begun; and still_stopping where somebody has locked the state for long.
void lock_state_of(const given_task& task, patience& waits);

}  // namespace fanout
