// The counters of a fan-out's tasks, a stripe a row: how many of them are not done. A few stripes, so that many
// workers do not meet on one counter and one queue row.
#pragma once

#include "engine/change_set.hpp"

namespace fanout {

/// How a state's tasks are split. Stripe i has the tasks from i · width on.
struct striping {
    int32_t width, count;
};

/// Inserts a state's counters of `tasks` tasks.
void insert_stripes(int64_t state_id, const striping& stripes, int32_t tasks);

/// Raises a state's counters by these new tasks, by stripe. Returns how many stripes it opened by that: one
/// that was done has no row any more.
int32_t raise_stripes(int64_t state_id, const std::map<int32_t, std::vector<int32_t>>& tasks);

/// How many tasks of a state are not done.
int64_t unfinished_tasks(int64_t state_id);

/// Locks all counters of a run.
void lock_stripes(const pg_uuid_t& run_id);

/// Counts anew, of a state's first `tasks` tasks, which of them have no result. Returns how many stripes that
/// leaves.
int32_t recount_stripes(const step_state& state, int32_t tasks, int32_t width);

/// Removes the counters of these states.
void remove_stripes(const std::vector<int64_t>& state_ids);

/// A state and a stripe of its.
using by_stripe = std::pair<int64_t, int32_t>;

/// The counters that a call lowers: locked at its construction, and written when all that follows from it is
/// known to be possible.
class stripe_counts {
public:
    /// @param done  by how many tasks each is to be lowered; those of single steps, which have no row, are
    ///              known to be done
    stripe_counts(const std::map<by_stripe, int32_t>& done, const step_states& states, patience* waits);

    /// Those that somebody else has locked.
    bool is_busy(const by_stripe& at) const { return busy_.contains(at); }
    /// Adds those that reach zero to `changes`.
    void add_to(change_set& changes) const;
    /// Lowers all that are locked, but not those of these states.
    void write(const std::set<int64_t>& except) const;

private:
    std::map<by_stripe, int32_t> left_;
    std::vector<int64_t> singles_;
    std::set<by_stripe> busy_;
};

}  // namespace fanout
