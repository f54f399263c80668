#include "fanout.hpp"

#include "advance.hpp"
#include "errors.hpp"
#include "handler.hpp"

#include <algorithm>

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

void insert_tasks(const step_state& state) {
    static statement single(
        "INSERT INTO fanout.tasks_$g (state_id, task_index, generation) VALUES ($1, 0, $2)",
        {INT8OID, INT2OID});
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
    if (!state.is_fanout) {
        single.run_in(state.generation, {id, generation});
        return;
    }
    source from = find_source(state);
    if (from.is_run) {
        from_run.run_in(state.generation, {id, generation, param::uuid(state.run_id)});
    } else {
        from_state.run_in(state.generation, {id, generation, param::int8(from.state_id)});
    }
}

/// A few stripes, so that many workers do not meet on one counter and one queue row.
struct striping {
    int32_t width;
    int32_t count;
};

striping stripes_for(int64_t tasks) {
    constexpr int64_t most_stripes = 16;
    constexpr int64_t least_width = 1024;
    const int64_t wanted = std::clamp(tasks / least_width, int64_t{1}, most_stripes);
    const int64_t width = (tasks + wanted - 1) / wanted;
    return {static_cast<int32_t>(width), static_cast<int32_t>((tasks + width - 1) / width)};
}

}  // namespace

int64_t count_tasks(const step_state& state) {
    static statement measure_run("SELECT jsonb_typeof(input), CASE jsonb_typeof(input) WHEN 'array' THEN "
                                 "jsonb_array_length(input) END FROM fanout.runs WHERE run_id = $1",
                                 {UUIDOID});
    static statement measure_state(
        "SELECT jsonb_typeof(output), CASE jsonb_typeof(output) WHEN 'array' THEN "
        "jsonb_array_length(output) END FROM fanout.step_states WHERE state_id = $1",
        {INT8OID});
    if (!state.is_fanout) return 1;
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

void spawn_tasks(const step_state& state, int64_t count, TimestampTz now) {
    static statement insert_stripes("INSERT INTO fanout.stripes (state_id, stripe, remaining) "
                                    "SELECT $1, i, least($2, $3 - i * $2) FROM generate_series(0, $4 - 1) i",
                                    {INT8OID, INT4OID, INT4OID, INT4OID});
    static statement insert_queue(
        "INSERT INTO fanout.queue (queue_id, state_id, virtual_time, stripe, width, virtual_step, priority, "
        "                          generation, attempt, kind, queue, handler, fair_key, indexes) "
        "SELECT nextval('fanout.queue_id_seq'), $1, v.last_value + i, i, least($2, $3 - i * $2), $4, $5, $6, 1, "
        "       'task', $7, $8, $9, int4multirange(int4range(i * $2, least((i + 1) * $2, $3))) "
        "FROM fanout.virtual_time_seq v, generate_series(0, $4 - 1) i",
        {INT8OID, INT4OID, INT4OID, INT4OID, INT4OID, INT2OID, TEXTOID, TEXTOID, TEXTOID});
    static statement mark(
        "UPDATE fanout.step_states SET status = 'started', total_tasks = $2, total_items = $2, open_stripes = $3, "
        "stripe_width = $4, started_at = $5 WHERE state_id = $1",
        {INT8OID, INT4OID, INT4OID, INT4OID, TIMESTAMPTZOID});
    const int32_t tasks = static_cast<int32_t>(count);
    const striping stripes = stripes_for(count);
    const std::string handler = queue_handler(state.handler);
    insert_tasks(state);
    insert_stripes.run({param::int8(state.state_id), param::int4(stripes.width), param::int4(tasks),
                        param::int4(stripes.count)});
    insert_queue.run({param::int8(state.state_id), param::int4(stripes.width), param::int4(tasks),
                      param::int4(stripes.count), param::int4(state.priority),
                      param::int2(static_cast<int16_t>(state.generation)), param::text(state.queue),
                      param::text(handler), param::optional_text(state.fair_key)});
    mark.run({param::int8(state.state_id), param::int4(tasks), param::int4(stripes.count),
              param::int4(stripes.width), param::time(now)});
    wake_idle_workers(state.queue, handler);
}

void enqueue_internal(const step_state& state, const char* kind) {
    static statement enqueue(
        "INSERT INTO fanout.queue (queue_id, state_id, virtual_time, stripe, width, virtual_step, priority, "
        "                          generation, attempt, kind, queue, handler, indexes) "
        "SELECT nextval('fanout.queue_id_seq'), $1, v.last_value, 0, 1, 1, $2, $3, 1, $4, $5, $6, '{[0,1)}' "
        "FROM fanout.virtual_time_seq v",
        {INT8OID, INT4OID, INT2OID, TEXTOID, TEXTOID, TEXTOID});
    enqueue.run({param::int8(state.state_id), param::int4(state.priority),
                 param::int2(static_cast<int16_t>(state.generation)), param::text(kind),
                 param::text(state.queue), param::text(internal_queue_handler)});
    wake_idle_workers(state.queue, internal_queue_handler);
}

void wake_idle_workers(const std::string& queue, const std::string& queue_handler) {
    static statement find(
        "SELECT FROM fanout.workers WHERE idle AND $1 = ANY (queues) AND $2 = ANY (handlers) LIMIT 1",
        {TEXTOID, TEXTOID});
    if (find.run({param::text(queue), param::text(queue_handler)}).empty()) return;
    pg_call([&] { Async_Notify("fanout", queue_handler.c_str()); });
}

}  // namespace fanout

using namespace fanout;

/// spawn_fanout_tasks(run_id uuid, step_slug text) returns int: the number of tasks
FANOUT_FUNCTION(fanout_spawn_fanout_tasks) {
    call.require({{0, "run_id"}, {1, "step_slug"}}, "spawn_fanout_tasks");
    const pg_uuid_t run_id = *DatumGetUUIDP(call.datum(0));
    const step_state state = load_state(find_state(run_id, call.text(1)));
    require_owner(call.caller, state.owner, state.where());
    if (!state.is_fanout) {
        raise(sqlstate::invalid_argument, state.where() + " is not of type fanout",
              "fanout.start_ready_steps starts steps of every type.");
    }
    if (state.status != "created") return Int32GetDatum(state.total_tasks);
    change_set changes;
    changes.states[state.state_id];
    advance(changes, advance_mode::everything);
    const step_state after = load_state(state.state_id);
    if (after.status == "created") {
        raise(sqlstate::not_ready,
              state.where() + " can't start yet: it waits for its dependencies, or its run has ended",
              "Look at fanout.steps_overview.");
    }
    return Int32GetDatum(after.total_tasks);
}
