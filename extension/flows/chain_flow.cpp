#include "flows/chain_flow.hpp"

#include "flows/ceilings.hpp"
#include "flows/flow.hpp"
#include "flows/own_flow_slug.hpp"

namespace fanout {
namespace {

constexpr int32_t usual_timeout_ms = 60000;

}  // namespace

std::string slug_of_chain(const chain_options& options, Oid owner) {
    static statement describe("SELECT jsonb_build_array($1, $2, $3, $4, $5, $6, $7, $8)::text",
                              {TEXTOID, TEXTOID, TEXTOID, TEXTOID, INT4OID, TEXTOID, TEXTOID, INT4OID});
    constexpr size_t most_of_target = 24;
    rows found =
        describe.run({param::text(options.target_flow), param::optional_text(options.source_step),
                      param::optional_text(options.transform.function),
                      param::optional_text(options.transform.search_path),
                      options.max_concurrency ? param::int4(*options.max_concurrency) : param::null(),
                      param::text(options.on_failure), param::optional_text(options.name_prefix),
                      param::int4(timeout_within_ceiling(usual_timeout_ms))});
    return own_flow_slug("chain-" + options.target_flow.substr(0, most_of_target), owner, found.text(0, 1));
}

void define_chain_flow(const std::string& slug, const chain_options& options, Oid owner) {
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
        define.run({param::text(slug), param::oid(owner),
                    param::text("Runs of " + options.target_flow + ", each on the output of another run"),
                    param::int4(timeout_within_ceiling(usual_timeout_ms))});
    rows step = add_step.run(
        {param::int8(made.int8(0, 1)), param::text(child_handler_prefix + options.target_flow),
         options.max_concurrency ? param::int4(*options.max_concurrency) : param::null(),
         param::text(options.on_failure), param::optional_text(options.source_step),
         param::optional_text(options.transform.function),
         param::optional_text(options.transform.search_path), param::optional_text(options.name_prefix)});
    write_from_graph({step.int8(0, 1)});
}

}  // namespace fanout
