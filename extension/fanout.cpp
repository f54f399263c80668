#include "fanout.hpp"

#include "advance.hpp"
#include "availability.hpp"
#include "entry_mark.hpp"
#include "errors.hpp"
#include "fair_key.hpp"
#include "handler.hpp"
#include "locked_rows.hpp"
#include "owner_scope.hpp"
#include "queue_writer.hpp"
#include "source.hpp"
#include "wake.hpp"

#include <algorithm>
#include <tuple>

namespace fanout {
namespace {

/// Items, and tasks: a task has one of them, or a batch.
struct task_counts {
    int32_t items, tasks;
};

task_counts insert_tasks(const step_state& state) {
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

/// States of one step that start with the same.
struct start {
    std::vector<int64_t> state_ids;
    const step_state& first;
    task_counts counts;
    striping stripes;
};

index_set stripe_indexes(const start& s, int32_t stripe) {
    const int32_t first = stripe * s.stripes.width;
    return {first, std::min(first + s.stripes.width, s.counts.tasks)};
}

/// The only tasks of single steps. They have no items.
void insert_only_tasks(const start& s) {
    const int generation = s.first.generation;
    table_insert tasks(partition_name("tasks", generation), {"state_id", "task_index", "generation"});
    for (int64_t state_id : s.state_ids) {
        if (tasks.is_full()) tasks.flush();
        tasks.add({param::int8(state_id), param::int4(0), param::int2(static_cast<int16_t>(generation))});
    }
    tasks.finish();
}

/// Puts their tasks into the queue, a row a stripe.
void enqueue_tasks(const start& s, TimestampTz now) {
    const step_state& state = s.first;
    const availability when = first_availability(state, now);
    claim row = waiting_row(state, "task", queue_handler(state.handler));
    const entry_mark mark({row.queue, row.handler, row.priority});
    const int64_t place =
        std::max(mark.return_time() + 1, end_of_line(state.fair_key, row.queue, row.handler));
    // Siblings share what one row would get: by moving on faster, or in the line of their fair_key.
    const bool in_line = state.fair_key.has_value();
    const int32_t distance = in_line ? std::min(s.stripes.width, longest_stretch) : 1;
    row.virtual_step = in_line ? 1 : s.stripes.count;
    row.expires_at = when.expires_at;
    queue_writer rows;
    for (int64_t state_id : s.state_ids) {
        row.state_id = state_id;
        for (int32_t i = 0; i < s.stripes.count; ++i) {
            row.stripe = i;
            row.virtual_time = place + int64_t{i} * distance;
            row.indexes = stripe_indexes(s, i);
            rows.add(row, std::nullopt, when.available_at);
        }
    }
    rows.finish();
    if (!in_line) mark.entered(place);
    if (when.available_at == 0) wake_idle_workers(row.queue, row.handler);
}

void mark_started(const std::vector<int64_t>& state_ids, const task_counts& counts, const striping& stripes,
                  TimestampTz now) {
    static const locked_rows all("step_states", "step_states_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}},
                                 {"status", "remaining_deps", "open_stripes", "stripe_width", "total_tasks",
                                  "total_items", "started_at"});
    const parameter status = param::text("started");
    std::vector<parameter> values;
    for (size_t i = 0; i < state_ids.size(); ++i) {
        values.insert(values.end(),
                      {status, param::int4(0), param::int4(stripes.count), param::int4(stripes.width),
                       param::int4(counts.tasks), param::int4(counts.items), param::time(now)});
    }
    all.update_each({state_ids.begin(), state_ids.end()}, values);
}

constexpr task_counts single_counts = {1, 1};
constexpr striping single_striping = {1, 1};

/// States that may enter the queue together. Those of a fair_key enter one by one, each behind the one
/// before.
std::vector<start> single_starts(const std::vector<const step_state*>& states) {
    std::map<std::tuple<int64_t, int32_t, int>, std::vector<const step_state*>> alike;
    std::vector<start> result;
    for (const step_state* state : states) {
        if (state->fair_key) {
            result.push_back({{state->state_id}, *state, single_counts, single_striping});
        } else {
            alike[{state->step_id, state->priority, state->generation}].push_back(state);
        }
    }
    for (const auto& [key, together] : alike)
        result.push_back({ids_of(together), *together.front(), single_counts, single_striping});
    return result;
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
    enqueue_tasks({{state.state_id}, state, counts, stripes}, now);
    mark_started({state.state_id}, counts, stripes, now);
    return {counts.tasks, stripes};
}

void give_single_tasks(const std::vector<const step_state*>& states, TimestampTz now) {
    for (const start& s : single_starts(states)) {
        insert_only_tasks(s);
        enqueue_tasks(s, now);
    }
}

void start_singles(const std::vector<const step_state*>& states, TimestampTz now) {
    if (states.empty()) return;
    give_single_tasks(states, now);
    mark_started(ids_of(states), single_counts, single_striping, now);
}

void enqueue_internal(const step_state& state, const char* kind) {
    claim row = waiting_row(state, kind, internal_queue_handler);
    const entry_mark mark({row.queue, row.handler, row.priority});
    row.virtual_time = std::max(mark.return_time() + 1, end_of_line(row.fair_key, row.queue, row.handler));
    row.indexes = {0, 1};
    queue_writer rows;
    rows.add(row, std::nullopt, 0);
    rows.finish();
    wake_idle_workers(row.queue, row.handler);
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
