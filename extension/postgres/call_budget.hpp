// How much one call of the engine that works off many tasks does before it lets go of its locks.
#pragma once

#include "plain/steady_clock.hpp"
#include "postgres/settings.hpp"

namespace fanout {

/// From construction on.
class call_budget {
public:
    /// Whether fanout.call_budget has passed, a tenth of a second, or has_no_room().
    bool is_spent() const { return steady_clock_us() - started_ >= call_budget_us() || has_no_room(); }

    /// PostgreSQL's snapshots keep 64 subtransaction ids of a session in shared memory; past that every
    /// visibility check of every session gets slower. Those of the caller's calls before aren't ours.
    bool has_no_room() const {
        return MyProc->subxidStatus.count - subtransactions_before_ >= most_subtransactions;
    }

private:
    static constexpr int most_subtransactions = 48;

    int64_t started_ = steady_clock_us();
    int subtransactions_before_ = MyProc->subxidStatus.count;
};

}  // namespace fanout
