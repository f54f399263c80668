#include "fanout.hpp"

#include "advance.hpp"
#include "availability.hpp"
#include "errors.hpp"
#include "fair_key.hpp"
#include "handler.hpp"
#include "owner_scope.hpp"
#include "queue_row.hpp"
#include "source.hpp"

#include <algorithm>

namespace fanout {
namespace {

/// Items, and tasks: a task has one of them, or a batch.
struct task_counts {
    int32_t items, tasks;
};

void insert_only_task(const step_state& state) {
    static statement insert(
        "INSERT INTO fanout.tasks_$g (state_id, task_index, generation) VALUES ($1, 0, $2)",
        {INT8OID, INT2OID});
    insert.run_in(state.generation,
                  {param::int8(state.state_id), param::int2(static_cast<int16_t>(state.generation))});
}

task_counts insert_tasks(const step_state& state) {
    if (!state.is_fanout) {
        insert_only_task(state);
        return {1, 1};
    }
    const int64_t items = insert_items(state);
    const int64_t tasks = (items + state.batch_size - 1) / state.batch_size;
    return {static_cast<int32_t>(items), static_cast<int32_t>(tasks)};
}

/// A step whose tasks run one at a time has one stripe: its row gives them by index.
striping stripes_for(const step_state& state, int64_t tasks) {
    const int64_t most_stripes = state.max_concurrency == 1 ? 1 : 16;
    constexpr int64_t least_width = 1024;
    const int64_t wanted = std::clamp(tasks / least_width, int64_t{1}, most_stripes);
    const int64_t width = (tasks + wanted - 1) / wanted;
    return {static_cast<int32_t>(width), static_cast<int32_t>((tasks + width - 1) / width)};
}

/// Puts tasks 0 to `tasks` - 1 into the queue, a row a stripe.
void enqueue_tasks(const step_state& state, const striping& stripes, int32_t tasks, TimestampTz now) {
    static statement insert(
        "INSERT INTO fanout.queue (queue_id, state_id, virtual_time, stripe, width, virtual_step, priority, "
        "                          generation, attempt, kind, queue, handler, fair_key, available_at, expires_at, indexes) "
        "SELECT nextval('fanout.queue_id_seq'), $1, greatest(" ENTRY_TIME(
            "$7", "$8", "$5") ", $10) + i * $11, i, least($2, $3 - i * $2), "
                              "       $12, $5, $6, 1, 'task', $7, $8, $9, $13, $14, "
                              "       int4multirange(int4range(i * $2, least((i + 1) * $2, $3))) "
                              "FROM fanout.virtual_time_seq v, generate_series(0, $4 - 1) i",
        {INT8OID, INT4OID, INT4OID, INT4OID, INT4OID, INT2OID, TEXTOID, TEXTOID, TEXTOID, INT8OID, INT4OID,
         INT4OID, TIMESTAMPTZOID, TIMESTAMPTZOID});
    const availability when = first_availability(state, now);
    const std::string handler = queue_handler(state.handler);
    // Siblings share what one row would get: by moving on faster, or in the line of their fair_key.
    const bool in_line = state.fair_key.has_value();
    const int32_t distance = in_line ? std::min(stripes.width, longest_stretch) : 1;
    insert.run({param::int8(state.state_id), param::int4(stripes.width), param::int4(tasks),
                param::int4(stripes.count), param::int4(state.priority),
                param::int2(static_cast<int16_t>(state.generation)), param::text(state.queue),
                param::text(handler), param::optional_text(state.fair_key),
                param::int8(end_of_line(state.fair_key, state.queue, handler)), param::int4(distance),
                param::int4(in_line ? 1 : stripes.count), when.available_parameter(),
                when.expires_parameter()});
    if (when.available_at == 0) wake_idle_workers(state.queue, handler);
}

void mark_started(const step_state& state, const striping& stripes, const task_counts& counts,
                  TimestampTz now) {
    static statement mark(
        "UPDATE fanout.step_states SET status = 'started', total_tasks = $2, total_items = $3, "
        "open_stripes = $4, stripe_width = $5, started_at = $6 WHERE state_id = $1",
        {INT8OID, INT4OID, INT4OID, INT4OID, INT4OID, TIMESTAMPTZOID});
    mark.run({param::int8(state.state_id), param::int4(counts.tasks), param::int4(counts.items),
              param::int4(stripes.count), param::int4(stripes.width), param::time(now)});
}

}  // namespace

void insert_stripes(int64_t state_id, const striping& stripes, int32_t tasks) {
    static statement insert("INSERT INTO fanout.stripes (state_id, stripe, remaining) "
                            "SELECT $1, i, least($2, $3 - i * $2) FROM generate_series(0, $4 - 1) i",
                            {INT8OID, INT4OID, INT4OID, INT4OID});
    insert.run(
        {param::int8(state_id), param::int4(stripes.width), param::int4(tasks), param::int4(stripes.count)});
}

spawned spawn_tasks(const step_state& state, TimestampTz now) {
    const task_counts counts = insert_tasks(state);
    if (counts.tasks == 0) return {0, {0, 0}};
    const striping stripes = stripes_for(state, counts.tasks);
    insert_stripes(state.state_id, stripes, counts.tasks);
    enqueue_tasks(state, stripes, counts.tasks, now);
    mark_started(state, stripes, counts, now);
    return {counts.tasks, stripes};
}

void enqueue_internal(const step_state& state, const char* kind) {
    static statement enqueue(
        "INSERT INTO fanout.queue (queue_id, state_id, virtual_time, stripe, width, virtual_step, priority, "
        "                          generation, attempt, kind, queue, handler, fair_key, indexes) "
        "SELECT nextval('fanout.queue_id_seq'), $1, greatest(" ENTRY_TIME(
            "$5", "$6", "$2") ", $7), 0, 1, 1, $2, $3, 1, $4, $5, $6, $8, "
                              "       '{[0,1)}' FROM fanout.virtual_time_seq v",
        {INT8OID, INT4OID, INT2OID, TEXTOID, TEXTOID, TEXTOID, INT8OID, TEXTOID});
    enqueue.run({param::int8(state.state_id), param::int4(state.priority),
                 param::int2(static_cast<int16_t>(state.generation)), param::text(kind),
                 param::text(state.queue), param::text(internal_queue_handler),
                 param::int8(end_of_line(state.fair_key, state.queue, internal_queue_handler)),
                 param::optional_text(state.fair_key)});
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
    check_callers_constraints(call.caller);
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
