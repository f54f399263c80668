#include "engine/step_output.hpp"

#include "postgres/datum.hpp"
#include "postgres/entry.hpp"
#include "postgres/jsonb.hpp"
#include "postgres/locked_rows.hpp"
#include "postgres/settings.hpp"
#include "runs/missing_rows.hpp"
#include "runs/results.hpp"

namespace fanout {
namespace {

#define COUNTS                                                                                               \
    "jsonb_build_object('total', total_items, 'succeeded', total_items - failed_items, 'failed', "           \
    "failed_items)"

#define COMPLETE_WITH(output)                                                                                \
    "UPDATE fanout.step_states SET status = 'completed', completed_at = $2, output = " output                \
    " WHERE state_id = $1"

}  // namespace

bool builds_array(const step_state& state) {
    return state.is_fanout && state.builds_output && !state.counts_only;
}

Datum output_array(const step_state& state) {
    const std::optional<Datum> array = array_of_outputs(state);
    if (!array || array_length(*array) != state.total_items) raise_missing_results(state);
    return *array;
}

void complete_fanout(const step_state& state, std::optional<Datum> array) {
    static statement counts(COMPLETE_WITH(COUNTS), {INT8OID, TIMESTAMPTZOID});
    static statement without_output(COMPLETE_WITH("NULL"), {INT8OID, TIMESTAMPTZOID});
    static statement as_built(COMPLETE_WITH("$3"), {INT8OID, TIMESTAMPTZOID, JSONBOID});
    const parameter id = param::int8(state.state_id), now = param::time(engine_clock());
    if (array) {
        as_built.run({id, now, param::datum(*array)});
    } else if (state.counts_only) {
        counts.run({id, now});
    } else {
        without_output.run({id, now});
    }
}

std::set<int64_t> complete_singles(const std::vector<const step_state*>& states) {
    static const locked_rows all("step_states", "step_states_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}},
                                 {"status", "open_stripes", "output", "completed_at"});
    std::set<int64_t> completed;
    if (states.empty()) return completed;
    const parameter now = param::time(engine_clock()), status = param::text("completed"),
                    none_open = param::int4(0);
    std::vector<Datum> ids;
    std::vector<parameter> values;
    for (const auto& [state_id, output] : outputs_of_singles(states)) {
        completed.insert(state_id);
        ids.push_back(Int64GetDatum(state_id));
        values.insert(values.end(), {status, none_open, param::datum(output), now});
    }
    if (!ids.empty()) all.update_each(ids, values);
    return completed;
}

void write_empty_output(const step_state& state) {
    static statement write(
        "UPDATE fanout.step_states SET status = 'completed', total_tasks = 0, total_items = 0, "
        "started_at = $2, completed_at = $2, output = $3::text::jsonb WHERE state_id = $1",
        {INT8OID, TIMESTAMPTZOID, TEXTOID});
    static constexpr char no_counts[] = R"({"total": 0, "succeeded": 0, "failed": 0})";
    write.run({param::int8(state.state_id), param::time(engine_clock()),
               param::text(state.counts_only ? no_counts : "[]")});
}

}  // namespace fanout

using namespace fanout;

/// state_output(state_id bigint) returns jsonb: what the step gave, put together now where nothing stored it
FANOUT_FUNCTION(fanout_state_output) {
    static statement stored("SELECT output, status FROM fanout.step_states WHERE state_id = $1", {INT8OID});
    call.require({{0, "state_id"}}, "state_output");
    const parameter id = param::int8(call.int8(0));
    const step_state state = load_state(call.int8(0));
    {
        rows found = stored.run({id});
        if (!found.is_null(0, 1)) return call.copied_result(found.datum(0, 1));
        if (found.text(0, 2) != "completed") return call.null_result();
    }
    return call.copied_result(output_array(state));
}
