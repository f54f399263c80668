// What a call finds out that changes step states: applied by `advance`.
#pragma once

#include "runs/state.hpp"

#include <set>

namespace fanout {

/// What happened to a step state in this call.
struct state_change {
    int32_t stripes_done = 0;
    int32_t dependencies_done = 0;
    int32_t failed_items = 0;  ///< those that failed for good; below 0 where that was taken back
    int32_t stripes_opened =
        0;  ///< it gets more tasks, or may get some: a stream, and what is pipelined over it
    int32_t stripe_width = 0;  ///< of its stripes from now on; 0: as before
    int32_t tasks_pushed = 0, items_pushed = 0;
    bool is_closed = false;  ///< nothing will be pushed any more
    std::map<int32_t, std::vector<int32_t>>
        ready{};                         ///< tasks of a pipelined step whose items are there, by stripe
    bool goes_on = false;                ///< an attempt of a step that goes in order has ended
    std::optional<std::string> error{};  ///< the step failed
    bool error_is_final = false;         ///< it was said that this is not to be retried

    /// Whether the state's counters change.
    bool counts() const {
        return stripes_done > 0 || dependencies_done > 0 || stripes_opened > 0 || tasks_pushed > 0 ||
               failed_items != 0;
    }
    /// Whether nothing has happened but that tasks are ready.
    bool is_only_ready() const { return !ready.empty() && !counts() && !goes_on && !error; }
};

class patience;

/// What happened in this call, applied by `advance` in lock order.
struct change_set {
    std::map<int64_t, state_change> states;
    std::map<int64_t, int64_t> freed_slots;  ///< by state; freed by settle, all at once
    step_states seen;                        ///< as they were read before they were locked
    patience* waits = nullptr;  ///< for how long locks are waited for; null: for as long as it takes
    std::set<int64_t> busy;     ///< where that was not enough: states with changes that are left as they were
};

/// Whether advance locks the states that it may change, or the caller has them locked, or has inserted them.
enum class state_locks { to_take, held };

}  // namespace fanout
