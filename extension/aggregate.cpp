#include "aggregate.hpp"

namespace fanout {
namespace {

// The outputs of all tasks of a state ($1) in index order; that of a failed one is JSON's null.
#define ARRAY_OF_TASKS                                                                                       \
    "(SELECT coalesce(fanout.array_of(r.output), '[]') FROM (SELECT output FROM fanout.results_$g "          \
    "WHERE state_id = $1 ORDER BY task_index) r)"

// The elements of all batches' outputs. A failed batch stands for as many nulls as it has items.
#define ARRAY_OF_BATCHES                                                                                      \
    "(SELECT coalesce(fanout.array_of(CASE WHEN r.output IS NOT NULL AND fanout.item_error(e.value) IS NULL " \
    "                                THEN e.value END), '[]') "                                               \
    "FROM (SELECT task_index, output FROM fanout.results_$g WHERE state_id = $1 ORDER BY task_index) r, "     \
    "jsonb_array_elements(coalesce(r.output, (SELECT k.item FROM fanout.tasks_$g k "                          \
    "                              WHERE k.state_id = $1 AND k.task_index = r.task_index))) e)"

#define COUNTS                                                                                               \
    "jsonb_build_object('total', total_items, 'succeeded', total_items - failed_items, 'failed', "           \
    "failed_items)"

#define COMPLETE_WITH(output)                                                                                \
    "UPDATE fanout.step_states SET status = 'completed', completed_at = $2, output = " output                \
    " WHERE state_id = $1"

statement& completion_of(const step_state& state) {
    static statement counts(COMPLETE_WITH(COUNTS), {INT8OID, TIMESTAMPTZOID});
    static statement without_output(COMPLETE_WITH("NULL"), {INT8OID, TIMESTAMPTZOID});
    static statement tasks(COMPLETE_WITH(ARRAY_OF_TASKS), {INT8OID, TIMESTAMPTZOID});
    static statement batches(COMPLETE_WITH(ARRAY_OF_BATCHES), {INT8OID, TIMESTAMPTZOID});
    if (state.counts_only) return counts;
    if (!state.builds_output) return without_output;
    return state.batch_size > 1 ? batches : tasks;
}

Datum copy_of(const call& c, Datum value) {
    return pg_call([&] {
        MemoryContext previous = MemoryContextSwitchTo(c.context);
        const Datum copy = PointerGetDatum(PG_DETOAST_DATUM_COPY(value));
        MemoryContextSwitchTo(previous);
        return copy;
    });
}

}  // namespace

bool builds_array(const step_state& state) {
    return state.is_fanout && state.builds_output && !state.counts_only;
}

void write_output(const step_state& state) {
    if (!state.is_fanout) return complete_singles({&state});
    completion_of(state).run_in(state.generation, {param::int8(state.state_id), param::time(engine_clock())});
}

void complete_singles(const std::vector<const step_state*>& states) {
    static statement complete(
        "UPDATE fanout.step_states s SET status = 'completed', completed_at = $2, open_stripes = 0, output = "
        "    (SELECT coalesce(r.output, 'null') FROM fanout.results_$g r WHERE r.state_id = s.state_id AND r.task_index = 0) "
        "WHERE s.state_id = ANY ($1)",
        {INT8ARRAYOID, TIMESTAMPTZOID});
    std::map<int, std::vector<int64_t>> by_generation;
    for (const step_state* state : states) by_generation[state->generation].push_back(state->state_id);
    for (const auto& [generation, ids] : by_generation)
        complete.run_in(generation, {param::int8_array(ids), param::time(engine_clock())});
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
    static statement tasks("SELECT " ARRAY_OF_TASKS, {INT8OID});
    static statement batches("SELECT " ARRAY_OF_BATCHES, {INT8OID});
    call.require({{0, "state_id"}}, "state_output");
    const parameter id = param::int8(call.int8(0));
    const step_state state = load_state(call.int8(0));
    {
        rows found = stored.run({id});
        if (!found.is_null(0, 1)) return copy_of(call, found.datum(0, 1));
        if (found.text(0, 2) != "completed") return call.null_result();
    }
    rows found = (state.batch_size > 1 ? batches : tasks).run_in(state.generation, {id});
    return copy_of(call, found.datum(0, 1));
}
