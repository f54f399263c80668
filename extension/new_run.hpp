// Runs at their beginning: their ids, and the states of their steps.
#pragma once

#include "advance.hpp"
#include "flow.hpp"

namespace fanout {

/// A uuid of version 7 (RFC 9562): milliseconds first, so that keys rise; rising keys insert 2 to 3 times as
/// fast as random ones.
pg_uuid_t time_ordered_uuid();

/// Marks the version as used, so that it never changes again, and returns it as it is then: a definition that
/// is being changed at the same moment is waited for.
flow_version use_current_version(const std::string& flow_slug);

/// What a run that nobody is the parent of begins with.
struct new_run {
    pg_uuid_t run_id;
    Datum input;  ///< jsonb
    std::optional<std::string> name, fair_key;
    int32_t priority;
};

/// What the states of a run take over from it.
struct run_beginning {
    int generation;
    int32_t priority;
    std::optional<std::string> fair_key;
};

/// Inserts it, as a run of the flow's owner. Returns nothing where there was a run with this run_id.
std::optional<run_beginning> insert_run(const flow_version& version, const new_run& run);

/// Starts runs of one version that this transaction has inserted, alike: inserts the states of their steps,
/// and starts those that wait for nothing. Nobody else can be waiting for their locks yet.
void start_inserted_runs(const std::vector<pg_uuid_t>& run_ids, const run_beginning& run,
                         const flow_version& version, advance_mode mode);

}  // namespace fanout
