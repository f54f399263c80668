#include "source.hpp"

#include "errors.hpp"

namespace fanout {
namespace {

/// Where the elements of a fan-out come from: a state's output, or the run's input.
struct source {
    bool is_run;
    int64_t state_id;
    std::string name;
};

source find_source(const step_state& state) {
    if (state.fanout_from == "run") return {true, 0, "the run's input"};
    static statement find("SELECT s.state_id, t.step_slug FROM fanout.deps d "
                          "JOIN fanout.step_states s ON s.run_id = $1 AND s.step_id = d.dep_step_id "
                          "JOIN fanout.steps t ON t.step_id = s.step_id WHERE d.step_id = $2",
                          {UUIDOID, INT8OID});
    rows found = find.run({param::uuid(state.run_id), param::int8(state.step_id)});
    return {false, found.int8(0, 1), "the output of step \"" + found.text(0, 2) + "\""};
}

}  // namespace

std::optional<int64_t> count_items(const step_state& state) {
    static statement measure_run("SELECT jsonb_typeof(input), CASE jsonb_typeof(input) WHEN 'array' THEN "
                                 "jsonb_array_length(input) END FROM fanout.runs WHERE run_id = $1",
                                 {UUIDOID});
    static statement measure_state(
        "SELECT jsonb_typeof(output), CASE jsonb_typeof(output) WHEN 'array' THEN "
        "jsonb_array_length(output) END FROM fanout.step_states WHERE state_id = $1",
        {INT8OID});
    source from = find_source(state);
    rows measured = from.is_run ? measure_run.run({param::uuid(state.run_id)})
                                : measure_state.run({param::int8(from.state_id)});
    if (!measured.is_null(0, 2)) return measured.int4(0, 2);
    const std::string type = measured.is_null(0, 1) ? "SQL NULL" : measured.text(0, 1);
    raise(sqlstate::invalid_source,
          state.where() + ": " + from.name + " is not an array but " +
              (type == "object"                       ? "an "
               : type == "null" || type == "SQL NULL" ? ""
                                                      : "a ") +
              type,
          "A fan-out runs one task for every element of a JSON array.");
}

int64_t insert_items(const step_state& state) {
    static statement from_run(
        "INSERT INTO fanout.tasks_$g (state_id, task_index, generation, item) "
        "SELECT $1, (e.position - 1)::int, $2, e.item FROM fanout.runs r, "
        "jsonb_array_elements(r.input) WITH ORDINALITY e (item, position) WHERE r.run_id = $3",
        {INT8OID, INT2OID, UUIDOID});
    static statement from_state(
        "INSERT INTO fanout.tasks_$g (state_id, task_index, generation, item) "
        "SELECT $1, (e.position - 1)::int, $2, e.item FROM fanout.step_states s, "
        "jsonb_array_elements(s.output) WITH ORDINALITY e (item, position) WHERE s.state_id = $3",
        {INT8OID, INT2OID, INT8OID});
    const parameter id = param::int8(state.state_id);
    const parameter generation = param::int2(static_cast<int16_t>(state.generation));
    (void)count_items(state);
    source from = find_source(state);
    rows inserted = from.is_run
                        ? from_run.run_in(state.generation, {id, generation, param::uuid(state.run_id)})
                        : from_state.run_in(state.generation, {id, generation, param::int8(from.state_id)});
    return static_cast<int64_t>(inserted.size());
}

}  // namespace fanout
