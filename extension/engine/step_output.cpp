#include "engine/step_output.hpp"

#include "postgres/datum.hpp"
#include "postgres/entry.hpp"
#include "postgres/json_array.hpp"
#include "postgres/jsonb.hpp"
#include "postgres/locked_rows.hpp"
#include "postgres/settings.hpp"
#include "runs/missing_rows.hpp"

namespace fanout {
namespace {

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

/// The outputs of all tasks in the order of their indexes; that of a failed one is JSON's null.
Datum array_of_tasks(const step_state& state) {
    const std::string results = partition_name("results", state.generation);
    const indexed_table of{results, results + "_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}}};
    const Datum state_id = Int64GetDatum(state.state_id);
    const read_snapshot now;
    return pg_call([&] {
        MemoryContext caller = CurrentMemoryContext;
        MemoryContext building = AllocSetContextCreate(caller, "fanout array", ALLOCSET_DEFAULT_SIZES);
        // What a stored value is unpacked into.
        MemoryContext unpacked = AllocSetContextCreate(building, "fanout output", ALLOCSET_DEFAULT_SIZES);
        MemoryContextSwitchTo(building);
        json_array_builder array;
        array.begin();
        MemoryContextSwitchTo(caller);
        running_scan scan;
        scan.begin(of, AccessShareLock, now.get());
        const char* name = "output";
        column_numbers output;
        output.find(scan.table, &name, 1);
        for (scan.restart(&state_id); scan.next(ForwardScanDirection); MemoryContextReset(unpacked)) {
            CHECK_FOR_INTERRUPTS();
            bool is_null = false;
            const Datum value = slot_getattr(scan.row, output.of[0], &is_null);
            MemoryContextSwitchTo(unpacked);
            Jsonb* element = is_null ? nullptr : DatumGetJsonbP(value);
            MemoryContextSwitchTo(caller);
            array.add(element);
        }
        scan.end();
        const Datum result = array.finish();
        MemoryContextDelete(building);
        return result;
    });
}

#define COMPLETE_WITH(output)                                                                                \
    "UPDATE fanout.step_states SET status = 'completed', completed_at = $2, output = " output                \
    " WHERE state_id = $1"

Datum array_of_batches(const step_state& state) {
    static statement batches("SELECT " ARRAY_OF_BATCHES, {INT8OID});
    rows found = batches.run_in(state.generation, {param::int8(state.state_id)});
    return plain_copy(found.datum(0, 1));
}

Datum copy_of(const call& c, Datum value) {
    return pg_call([&] {
        MemoryContext previous = MemoryContextSwitchTo(c.context);
        const Datum copy = PointerGetDatum(PG_DETOAST_DATUM_COPY(value));
        MemoryContextSwitchTo(previous);
        return copy;
    });
}

/// Of their only tasks, by state; JSON's null where one has failed. Those that have no result aren't in it.
std::map<int64_t, Datum> outputs_of_singles(const std::vector<const step_state*>& states) {
    std::map<int, std::vector<Datum>> keys;  // by generation
    std::map<int64_t, Datum> outputs;
    const Datum none = json_null();
    for (const step_state* state : states) {
        std::vector<Datum>& of_generation = keys[state->generation];
        of_generation.insert(of_generation.end(), {Int64GetDatum(state->state_id), Int32GetDatum(0)});
    }
    for (const auto& [generation, tasks] : keys) {
        const std::string results = partition_name("results", generation);
        const index_scan find(results, results + "_pkey",
                              {{1, BTEqualStrategyNumber, F_INT8EQ}, {2, BTEqualStrategyNumber, F_INT4EQ}},
                              {"state_id", "output"});
        const found_rows found = find.run_each(read_snapshot(), tasks);
        for (size_t i = 0; i < found.size(); ++i) {
            outputs[found.int8(i, 1)] = found.is_null(i, 2) ? none : found.datum(i, 2);
        }
    }
    return outputs;
}

}  // namespace

bool builds_array(const step_state& state) {
    return state.is_fanout && state.builds_output && !state.counts_only;
}

Datum output_array(const step_state& state) {
    const Datum array = state.batch_size > 1 ? array_of_batches(state) : array_of_tasks(state);
    if (array_length(array) != state.total_items) raise_missing_results(state);
    return array;
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
        if (!found.is_null(0, 1)) return copy_of(call, found.datum(0, 1));
        if (found.text(0, 2) != "completed") return call.null_result();
    }
    return copy_of(call, output_array(state));
}
