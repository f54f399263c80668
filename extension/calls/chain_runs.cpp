// chain_runs: a batch of runs, each on the output of a run before it. The batch is itself a run, of a flow
// that is made for it: a fan-out over those runs' ids, with child runs as its tasks.
#include "engine/advance.hpp"
#include "engine/new_run.hpp"
#include "flows/chain_flow.hpp"
#include "flows/handler.hpp"
#include "postgres/access.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"
#include "postgres/identity.hpp"
#include "queue/unserved.hpp"
#include "runs/run_ceilings.hpp"

namespace fanout {
namespace {

/// The arguments of chain_runs, by position.
enum argument { target_flow, source_runs, source_step, transform, max_concurrency, on_failure, name_prefix };

constexpr char where[] = "chain_runs";

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
        check_name(c.text(name_prefix) + std::to_string(INT32_MAX), "name_prefix with an index behind it",
                   where);
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

chain_options options_of(const call& c) {
    return {c.text(target_flow),
            c.optional_text(source_step),
            resolve_transform(c),
            c.is_null(max_concurrency) ? std::nullopt : std::optional(c.int4(max_concurrency)),
            c.text(on_failure),
            c.optional_text(name_prefix)};
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
    notice_unserved(version.flow_id);
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
    const chain_options options = options_of(call);
    engine_scope scope;
    require_owner(call.caller, current_version(options.target_flow).owner,
                  "flow \"" + options.target_flow + "\"");
    const std::string slug = slug_of_chain(options, call.caller);
    define_chain_flow(slug, options, call.caller);
    const pg_uuid_t batch = start_batch(call, slug);
    scope.leave();
    return call.uuid_result(batch);
}
