// Pausing queues, flows and runs, and having them go on.
#include "flows/flow.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/access.hpp"
#include "postgres/entry.hpp"
#include "queue/pauses.hpp"
#include "runs/given_run.hpp"

namespace fanout {
namespace {

/// The queue that a call names, for operators: what waits in it is everybody's. Nobody creates queues, so any name
/// will do.
parameter given_queue(const call& c, const char* function) {
    c.require({{0, "queue"}}, function);
    const std::string queue = c.text(0);
    if (queue.empty()) bad_option(function, "queue is empty", "Name a queue.");
    check_name(queue, "queue", function);
    if (!is_operator(c.caller)) {
        raise(
            sqlstate::not_owner, std::string(function) + ": queue \"" + queue + "\" is for operators",
            "Tasks of all roles wait in a queue. fanout.grant_operator makes a role an operator; what is yours, "
            "fanout.pause_flow and fanout.pause_run hold back.");
    }
    return param::text(queue);
}

parameter given_flow(const call& c, const char* function) {
    c.require({{0, "flow_slug"}}, function);
    const std::string slug = c.text(0);
    require_run_access(c.caller, current_version(slug).owner, "flow \"" + slug + "\"");
    return param::text(slug);
}

void refuse_ended(const given_run& run) {
    if (run.status == run_status::started) return;
    raise(sqlstate::not_ready,
          "run " + uuid_text(run.run_id) + " has ended: nothing of it could be held back",
          "fanout.run_status says how a run ended.");
}

Datum paused(const call& c, pausable kind, const parameter& name) {
    return BoolGetDatum(add_pause(kind, name, c.optional_text(1), c.caller));
}

}  // namespace
}  // namespace fanout

using namespace fanout;

/// pause_queue(queue text, reason text) returns boolean
FANOUT_FUNCTION(fanout_pause_queue) {
    return paused(call, pausable::queue, given_queue(call, "pause_queue"));
}

/// continue_queue(queue text) returns boolean
FANOUT_FUNCTION(fanout_continue_queue) {
    return BoolGetDatum(end_pause(pausable::queue, given_queue(call, "continue_queue")));
}

/// pause_flow(flow_slug text, reason text) returns boolean
FANOUT_FUNCTION(fanout_pause_flow) {
    return paused(call, pausable::flow, given_flow(call, "pause_flow"));
}

/// continue_flow(flow_slug text) returns boolean
FANOUT_FUNCTION(fanout_continue_flow) {
    return BoolGetDatum(end_pause(pausable::flow, given_flow(call, "continue_flow")));
}

/// pause_run(run_id uuid, reason text) returns boolean
FANOUT_FUNCTION(fanout_pause_run) {
    const given_run run = load_run(call);
    refuse_ended(run);
    return paused(call, pausable::run, param::uuid(run.run_id));
}

/// continue_run(run_id uuid) returns boolean
FANOUT_FUNCTION(fanout_continue_run) {
    const given_run run = load_run(call);
    return BoolGetDatum(end_pause(pausable::run, param::uuid(run.run_id)));
}

/// pause_of_run(run_id uuid) returns bigint
FANOUT_FUNCTION(fanout_pause_of_run) {
    call.require({{0, "run_id"}}, "pause_of_run");
    const std::optional<int64_t> pause = pause_of_run(*DatumGetUUIDP(call.datum(0)));
    return pause ? Int64GetDatum(*pause) : call.null_result();
}
