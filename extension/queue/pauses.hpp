// What is paused: queues, flows and runs of which nothing is claimed. A claim that meets a row of one parks
// it, as behind a full limit, so that it stands in nobody's way; a paused queue isn't searched at all. Where nothing is
// paused, a claim knows that without a look.
#pragma once

#include "runs/state.hpp"

namespace fanout {

/// What kind of thing a pause is of, and the column of fanout.pauses that names it.
enum class pausable { queue, flow, run };

/// Pauses it, or gives a pause that is there another reason. Returns whether it was not paused before.
bool add_pause(pausable kind, const parameter& name, const std::optional<std::string>& reason, Oid by);

/// Ends the pause, waits for claims that are parking rows on it, and lets in what was parked. Returns whether it
/// was paused.
bool end_pause(pausable kind, const parameter& name);

/// A pause for which nothing of the run is to be claimed.
std::optional<int64_t> pause_of_run(const pg_uuid_t& run_id);

/// Whether the run was paused, by itself.
bool is_paused_run(const pg_uuid_t& run_id);

/// Whether all tasks of the queue wait.
bool is_paused_queue(std::string_view queue);
bool any_queue_is_paused();

/// Of these states those of which nothing is to be claimed, each with a pause that says so: of its queue, or of
/// the flow of its run or the run itself, or of those of a run above it.
std::map<int64_t, int64_t> pauses_of(const step_states& states);

/// Keeps these pauses from being ended until the transaction has ended, as far as they are there and nobody is
/// ending them; returns those.
std::set<int64_t> hold_pauses(const std::set<int64_t>& pause_ids);

/// Removes the pause of a flow that is dropped.
void forget_pause_of_flow(const std::string& flow_slug);

/// Removes pauses of runs that are gone, or will never go on.
void forget_pauses_of_ended_runs();

}  // namespace fanout
