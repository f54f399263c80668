// The counters of a fan-out's tasks, a stripe a row: how many of them are not done.
#pragma once

#include "engine/advance.hpp"

namespace fanout {

/// A state and a stripe of its.
using by_stripe = std::pair<int64_t, int32_t>;

/// The counters that a call lowers: locked at its construction, and written when all that follows from it is
/// known to be possible.
class stripe_counts {
public:
    /// @param done  by how many tasks each is to be lowered; those of single steps, which have no row, are
    /// known to be
    ///              done
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
