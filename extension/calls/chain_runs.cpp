// chain_runs: a batch of runs, each on the output of a run before it. The batch is itself a run, of a flow
// that is made for it: a fan-out over those runs' ids, with child runs as its tasks.
#include "engine/advance.hpp"
#include "engine/new_run.hpp"
#include "flows/ceilings.hpp"
#include "flows/handler.hpp"
#include "flows/own_flow_slug.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/access.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"
#include "postgres/identity.hpp"
#include "runs/run_ceilings.hpp"

namespace fanout {
namespace {

/// The arguments of chain_runs, by position.
enum argument { target_flow, source_runs, source_step, transform, max_concurrency, on_failure, name_prefix };

constexpr char where[] = "chain_runs";
constexpr int32_t usual_timeout_ms = 60000;

void check_arguments(const call& c) {
    c.require({{target_flow, "target_flow"}, {source_runs, "source_runs"}, {on_failure, "on_failure"}},
              where);
    check_word(c.text(on_failure), "on_failure", "fail_fast", "collect", where);
    if (!c.is_null(max_concurrency) && c.int4(max_concurrency) < 1) {
        bad_option(where, "max_concurrency is " + std::to_string(c.int4(max_concurrency)),
                   "Give how many runs may go on at once, 1 or more, or null for no cap.");
    }
    const array_elements runs = elements_of(c.datum(source_runs), UUIDOID);
    for (int i = 0; i < runs.size; ++i) {
        if (runs.nulls[i]) bad_option(where, "source_runs has a null element", "Leave it out.");
    }
    // With an index it is a run's name.
    if (!c.is_null(name_prefix))
        check_name(c.text(name_prefix) + std::to_string(INT32_MAX), "name_prefix", where);
    if (!c.is_null(source_step)) check_slug(c.text(source_step), "source_step");
}

/// With the caller's own search_path: a function is what the caller means by that name.
sql_handler resolve_transform(const call& c) {
    if (c.is_null(transform)) return {};
    const std::string text = c.text(transform);
    if (!text.starts_with("sql:")) {
        bad_option(where, "transform is \"" + text + "\"",
                   "It is sql:function: one that takes a source's output and returns the target's input.");
    }
    return resolve_handler(text, c.caller, where);
}

/// A batch with the same options, and the same timeout, is of the same flow.
std::string flow_for(const call& c, const sql_handler& function) {
    static statement options("SELECT jsonb_build_array($1, $2, $3, $4, $5, $6, $7, $8)::text",
                             {TEXTOID, TEXTOID, TEXTOID, TEXTOID, INT4OID, TEXTOID, TEXTOID, INT4OID});
    constexpr size_t most_of_target = 24;
    rows found =
        options.run({param::text(c.text(target_flow)), param::optional_text(c.optional_text(source_step)),
                     param::optional_text(function.function), param::optional_text(function.search_path),
                     c.is_null(max_concurrency) ? param::null() : param::int4(c.int4(max_concurrency)),
                     param::text(c.text(on_failure)), param::optional_text(c.optional_text(name_prefix)),
                     param::int4(timeout_within_ceiling(usual_timeout_ms))});
    return own_flow_slug("chain-" + c.text(target_flow).substr(0, most_of_target), c.caller,
                         found.text(0, 1));
}

/// A run of the target is made once; a start that a crash has interrupted is made again.
void define_flow(const call& c, const std::string& slug, const sql_handler& function) {
    static statement is_defined(
        "SELECT FROM fanout.flows f JOIN fanout.steps s USING (flow_id) WHERE f.flow_slug = $1 AND s.is_chain",
        {TEXTOID});
    static statement define(
        "INSERT INTO fanout.flows (flow_slug, version, owner, max_attempts, base_delay, max_delay, timeout, description) "
        "VALUES ($1, 1, $2, 3, '1 s', '5 min', $4 * interval '1 ms', $3) RETURNING flow_id",
        {TEXTOID, OIDOID, TEXTOID, INT4OID});
    static statement add_step(
        "INSERT INTO fanout.steps (flow_id, step_slug, position, step_type, handler, queue, priority, fanout_from, "
        "    max_concurrency, on_failure, output_mode, is_chain, chain_source_step, chain_transform, chain_search_path, "
        "    chain_name_prefix) "
        "VALUES ($1, 'runs', 1, 'fanout', $2, 'default', 0, 'run', $3, $4, 'counts', true, $5, $6, $7, $8) "
        "RETURNING step_id",
        {INT8OID, TEXTOID, INT4OID, TEXTOID, TEXTOID, TEXTOID, TEXTOID, TEXTOID});
    auto is_there = [&] { return !is_defined.run({param::text(slug)}).empty(); };
    if (is_there()) return;
    lock_definition(slug);
    if (is_there()) return;
    rows made =
        define.run({param::text(slug), param::oid(c.caller),
                    param::text("Runs of " + c.text(target_flow) + ", each on the output of another run"),
                    param::int4(timeout_within_ceiling(usual_timeout_ms))});
    rows step =
        add_step.run({param::int8(made.int8(0, 1)), param::text(child_handler_prefix + c.text(target_flow)),
                      c.is_null(max_concurrency) ? param::null() : param::int4(c.int4(max_concurrency)),
                      param::text(c.text(on_failure)), param::optional_text(c.optional_text(source_step)),
                      param::optional_text(function.function), param::optional_text(function.search_path),
                      param::optional_text(c.optional_text(name_prefix))});
    write_from_graph({step.int8(0, 1)});
}

Datum as_json(Datum run_ids) {
    static statement convert("SELECT to_jsonb($1)", {UUIDARRAYOID});
    rows converted = convert.run({param::datum(run_ids)});
    return plain_copy(converted.datum(0, 1));
}

pg_uuid_t start_batch(const call& c, const std::string& slug) {
    const flow_version version = version_to_start(slug);
    require_owner(c.caller, version.owner, "flow \"" + slug + "\"");
    const pg_uuid_t run_id = time_ordered_uuid();
    const Datum input = as_json(c.datum(source_runs));
    check_stored_bytes(version.owner, input, where);
    const run_beginning run = insert_runs(version, {{run_id, input}}, 0, std::nullopt);
    check_open_runs(version.owner);
    start_inserted_runs({run_id}, run, version, advance_mode::short_work);
    return run_id;
}

}  // namespace
}  // namespace fanout

using namespace fanout;

/// chain_runs(target_flow text, source_runs uuid[], source_step text, transform text, max_concurrency int,
/// on_failure text, name_prefix text) returns uuid. A procedure to the entry code, because functions are
/// looked up before the engine takes its own search_path.
FANOUT_PROCEDURE(fanout_chain_runs) {
    check_arguments(call);
    const sql_handler function = resolve_transform(call);
    engine_scope scope;
    const std::string target = call.text(target_flow);
    require_owner(call.caller, current_version(target).owner, "flow \"" + target + "\"");
    const std::string slug = flow_for(call, function);
    define_flow(call, slug, function);
    const pg_uuid_t batch = start_batch(call, slug);
    scope.leave();
    return call.uuid_result(batch);
}
