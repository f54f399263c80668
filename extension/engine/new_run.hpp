// Runs at their beginning: their ids, and the states of their steps.
#pragma once

#include "engine/advance.hpp"
#include "flows/flow.hpp"

namespace fanout {

/// A uuid of version 7 (RFC 9562): milliseconds first, so that keys rise: rising keys insert faster than
/// random ones.
pg_uuid_t time_ordered_uuid();

/// The id of the child run that an attempt at a task makes: always the same, so that a start which was lost
/// with a server is the same run again. (A retry finds the child that is there, by its parent.) A uuid of
/// version 8: it begins as its parent's does, and so the children of a run stand together; the rest is a
/// digest.
pg_uuid_t child_run_id(const pg_uuid_t& parent, const std::string& step_slug, int32_t task_index,
                       int16_t attempt);

/// The current version, as it stays until the transaction ends: one that is being changed in place, or
/// dropped, at the same moment is waited for. Throws unknown_flow, and unknown_step where it has
/// none.
flow_version version_to_start(const std::string& flow_slug);

/// The same without waiting. Returns nothing where the flow is being changed or dropped.
std::optional<flow_version> version_to_start_now(const std::string& flow_slug);

/// The task that a child run is for.
struct parent_task {
    int64_t state_id;
    int32_t index;
    int16_t attempt;
    int32_t depth;  ///< of the child: how many runs it is below
};

struct new_run {
    pg_uuid_t run_id;
    Datum input;  ///< jsonb
    std::optional<std::string> name = std::nullopt;
    std::optional<parent_task> parent = std::nullopt;
};

/// What the states of a run take over from it.
struct run_beginning {
    int generation;
    int32_t priority;
    std::optional<std::string> fair_key;
};

/// Inserts them, as runs of the flow's owner, whose ids are new.
run_beginning insert_runs(const flow_version& version, const std::vector<new_run>& runs, int32_t priority,
                          const std::optional<std::string>& fair_key);

/// Inserts a run whose id the caller gave. Returns nothing where there was a run with this id.
std::optional<run_beginning> insert_run_once(const flow_version& version, const new_run& run,
                                             int32_t priority, const std::optional<std::string>& fair_key);

/// Starts runs of one version that this transaction has inserted, alike: inserts the states of their steps,
/// and starts those that wait for nothing. Nobody else can be waiting for their locks yet.
void start_inserted_runs(const std::vector<pg_uuid_t>& run_ids, const run_beginning& run,
                         const flow_version& version, advance_mode mode);

}  // namespace fanout
