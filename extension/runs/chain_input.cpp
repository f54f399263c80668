#include "runs/chain_input.hpp"

#include "flows/handler.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/access.hpp"
#include "postgres/datum.hpp"
#include "postgres/owner_scope.hpp"

namespace fanout {
namespace {

/// The item as a run's id, checked to be a completed run that the flow's owner may see.
pg_uuid_t find_source(const step_state& state, Datum item) {
    static statement find("SELECT run_id, status, owner::oid FROM fanout.runs "
                          "WHERE run_id = ($1 #>> '{}')::uuid",
                          {JSONBOID});
    static statement text("SELECT $1 #>> '{}'", {JSONBOID});
    rows found = find.run({param::datum(item)});
    if (found.empty()) {
        raise(sqlstate::unknown_run,
              "source run " + text.run({param::datum(item)}).text(0, 1) + " does not exist",
              "fanout.runs_overview lists the runs.");
    }
    const pg_uuid_t run_id = found.uuid(0, 1);
    require_run_access(state.owner, found.oid(0, 3), "source run " + uuid_text(run_id));
    if (const std::string status = found.text(0, 2); status != "completed") {
        raise(sqlstate::not_ready, "source run " + uuid_text(run_id) + " is not completed but " + status,
              "Chain runs whose status is completed.");
    }
    return run_id;
}

Datum run_output(const pg_uuid_t& run_id) {
    static statement read("SELECT output FROM fanout.leaf_outputs WHERE run_id = $1", {UUIDOID});
    rows found = read.run({param::uuid(run_id)});
    return plain_copy(found.datum(0, 1));
}

Datum step_output(const pg_uuid_t& run_id, const std::string& step_slug) {
    static statement read("SELECT fanout.state_output($1)", {INT8OID});
    rows found = read.run({param::int8(find_state(run_id, step_slug))});
    return plain_copy(found.datum(0, 1));
}

}  // namespace

std::optional<chain> chain::find(const step_state& state) {
    static statement find("SELECT chain_name_prefix, chain_source_step, chain_transform, chain_search_path "
                          "FROM fanout.steps WHERE step_id = $1 AND is_chain",
                          {INT8OID});
    rows found = find.run({param::int8(state.step_id)});
    if (found.empty()) return std::nullopt;
    chain result;
    result.name_prefix = found.optional_text(0, 1);
    result.source_step_ = found.optional_text(0, 2);
    result.transform_ = found.optional_text(0, 3);
    result.search_path_ = found.optional_text(0, 4);
    return result;
}

Datum chain::input_after(const step_state& state, Datum item) const {
    const pg_uuid_t run_id = find_source(state, item);
    const Datum output = source_step_ ? step_output(run_id, *source_step_) : run_output(run_id);
    return transform_ ? transformed(state, output) : output;
}

Datum chain::transformed(const step_state& state, Datum output) const {
    Datum input{};
    const std::optional<pg_error> error = subtransaction_despite_conflicts([&] {
        check_handler_owner(state.owner, state.where());
        owner_scope scope(state.owner, state.where(), *search_path_);
        const Oid function = handler_function(*transform_, state.owner, state.where());
        function_caller caller(function, state.timeout, CurrentMemoryContext);
        input = caller.call(output);
        caller.leave(scope);
    });
    if (error) raise_about("transform \"sql:" + *transform_ + "\"", *error);
    return input;
}

}  // namespace fanout
