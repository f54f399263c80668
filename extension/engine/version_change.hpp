// An ended run that goes on by another version of its flow.
#pragma once

#include "flows/same_steps.hpp"
#include "runs/state.hpp"

namespace fanout {

/// What changes for a run that is about to be resumed.
class version_change {
public:
    /// The run has ended, and nothing of it is in the queue. Whoever calls holds the lock of the version. Throws invalid_argument
    /// where the steps aren't the same, not_owner where the version isn't the run's owner's, beyond_ceiling.
    version_change(const pg_uuid_t& run_id, const flow_version& to);

    /// Has what the steps may do in all begin anew where the version says something else: caps, unless they were set for this run,
    /// and budgets of retries. To be called before the counters are locked.
    void forget_allowances() const;

    /// Has the run, and its steps, which are locked, be of the version. Child runs that were started for another handler belong
    /// to nobody any more. Throws still_stopping where one of those is yet to be cancelled.
    void write() const;

private:
    const step_definition& next_of(const step_state& state) const { return *steps_.at(state.step_id); }

    pg_uuid_t run_id_;
    int64_t flow_id_;
    step_states states_;  ///< as they are; none where the run is of the version
    step_substitutes steps_;
    std::shared_ptr<const flow_definition> definition_;  ///< in which those are
};

}  // namespace fanout
