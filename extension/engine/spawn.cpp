#include "engine/spawn.hpp"

#include "flows/handler.hpp"
#include "postgres/locked_rows.hpp"
#include "postgres/settings.hpp"
#include "queue/availability.hpp"
#include "queue/entry_mark.hpp"
#include "queue/fair_key.hpp"
#include "queue/internal_row.hpp"
#include "queue/queue_writer.hpp"
#include "queue/wake.hpp"
#include "runs/source.hpp"

#include <algorithm>
#include <tuple>

namespace fanout {
namespace {

/// Items, and tasks: a task has one of them, or a batch.
struct task_counts {
    int32_t items, tasks;
};

/// The part that begins with the task `first`. The next one has three times as many as are there then: so
/// there are few, each of which reads the array anew, and the workers always have some while the next ones
/// are inserted. A rest that is smaller than the part goes with it.
task_range part_from(int32_t first, int32_t tasks) {
    const int64_t end = first == 0 ? inline_task_limit() / 2 : 4 * int64_t{first};
    const bool is_last = tasks <= inline_task_limit() || tasks - end < end - first;
    return {first, is_last ? tasks : static_cast<int32_t>(end)};
}

int32_t count_parts(int32_t tasks) {
    int32_t parts = 0;
    for (int32_t first = 0; first < tasks; ++parts) first = part_from(first, tasks).end;
    return parts;
}

struct inserted {
    task_counts all;
    int32_t there;  ///< so many of the tasks, from the first one on
};

inserted insert_tasks(const step_state& state, spawn_extent extent) {
    if (extent == spawn_extent::first_part && comes_in_parts(state)) {
        const source_array items(state);
        const task_range part = part_from(0, items.size());
        items.insert_tasks(part);
        return {{items.size(), items.size()}, part.end};
    }
    const int64_t items = insert_all_items(state);
    const auto tasks = static_cast<int32_t>((items + state.batch_size - 1) / state.batch_size);
    return {{static_cast<int32_t>(items), tasks}, tasks};
}

/// A step whose tasks run one at a time has one stripe: its row gives them by index.
striping stripes_for(const step_state& state, int64_t tasks) {
    const int64_t most_stripes = state.goes_in_order() ? 1 : 16;
    constexpr int64_t least_width = 1024;
    const int64_t wanted = std::clamp(tasks / least_width, int64_t{1}, most_stripes);
    const int64_t width = std::max((tasks + wanted - 1) / wanted, int64_t{1});
    return {static_cast<int32_t>(width), static_cast<int32_t>((tasks + width - 1) / width)};
}

/// States of one step that start with the same.
struct start {
    std::vector<int64_t> state_ids;
    const step_state& first;
    task_counts counts;
    striping stripes;
};

/// The tasks of one queue row.
struct piece {
    int32_t stripe;
    task_range tasks;
};

/// A part is cut as all tasks are cut into stripes, and at their ends. Of each stripe the first pieces come
/// first, so that workers who take one piece after the other meet at few counters.
std::vector<piece> pieces_of(const start& s, const task_range& part) {
    const int32_t stripe_width = s.stripes.width,
                  width = std::min(stripe_width, stripes_for(s.first, part.end - part.first).width);
    std::vector<piece> result;
    for (int32_t first = part.first; first < part.end; first = result.back().tasks.end) {
        const int32_t stripe = first / stripe_width, end_of_stripe = (stripe + 1) * stripe_width;
        result.push_back({stripe, {first, std::min({first + width, end_of_stripe, part.end})}});
    }
    auto place_in_stripe = [&](const piece& p) { return p.tasks.first % stripe_width / width; };
    std::stable_sort(result.begin(), result.end(),
                     [&](const piece& a, const piece& b) { return place_in_stripe(a) < place_in_stripe(b); });
    return result;
}

/// Puts a part of their tasks into the queue, a row a piece.
void enqueue_tasks(const start& s, const task_range& part, TimestampTz now) {
    const step_state& state = s.first;
    const availability when = first_availability(state, now);
    queue_row row = waiting_row(state, queue_kind::task, queue_handler(state.handler));
    row.attempt = state.first_attempt;
    const entry_mark mark({row.queue, row.handler, row.priority});
    const int64_t place = std::max(mark.return_time() + 1, end_of_line(row));
    const std::vector<piece> pieces = pieces_of(s, part);
    // Siblings share what one row would get: by moving on faster, or in the line of their fair_key.
    const bool in_line = state.fair_key.has_value();
    const bool is_whole = part.end - part.first == s.counts.tasks;
    const int32_t parts = is_whole ? 1 : count_parts(s.counts.tasks);
    row.virtual_step = in_line ? 1 : static_cast<int32_t>(pieces.size()) * parts;
    row.expires_at = when.expires_at;
    queue_writer rows;
    for (int64_t state_id : s.state_ids) {
        row.state_id = state_id;
        row.virtual_time = place;
        for (const piece& p : pieces) {
            row.stripe = p.stripe;
            row.indexes = {p.tasks.first, p.tasks.end};
            rows.add(row, std::nullopt, when.available_at);
            row.virtual_time += in_line ? std::min(p.tasks.end - p.tasks.first, longest_stretch) : 1;
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
constexpr task_range single_task = {0, 1};

/// States that may enter the queue together. Those of a fair_key enter one by one, each behind the one
/// before.
std::vector<start> single_starts(const std::vector<const step_state*>& states) {
    std::map<std::tuple<int64_t, int32_t, int, int16_t>, std::vector<const step_state*>> alike;
    std::vector<start> result;
    for (const step_state* state : states) {
        if (state->fair_key) {
            result.push_back({{state->state_id}, *state, single_counts, single_striping});
        } else {
            alike[{state->step_id, state->priority, state->generation, state->first_attempt}].push_back(
                state);
        }
    }
    for (const auto& [key, together] : alike)
        result.push_back({ids_of(together), *together.front(), single_counts, single_striping});
    return result;
}

}  // namespace

bool comes_in_parts(const step_state& state) {
    return state.is_fanout && !state.is_stream() && !state.pipelined_state_id && !state.evaluates_source() &&
           state.batch_size == 1 && state.start_delay_us == 0 && !state.goes_in_order();
}

spawned spawn_tasks(const step_state& state, TimestampTz now, spawn_extent extent) {
    const auto [counts, there] = insert_tasks(state, extent);
    if (counts.tasks == 0) return {0, {0, 0}};
    const striping stripes = stripes_for(state, counts.tasks);
    insert_stripes(state.state_id, stripes, counts.tasks);
    enqueue_tasks({{state.state_id}, state, counts, stripes}, {0, there}, now);
    mark_started({state.state_id}, counts, stripes, now);
    if (there < counts.tasks) enqueue_internal(state, {.kind = queue_kind::start});
    return {counts.tasks, stripes};
}

int32_t spawned_tasks(const step_state& state) {
    // Not by whether it comes in parts: that may have been by another version of its flow.
    if (!state.is_fanout || state.pipelined_state_id) return state.total_tasks;
    return count_tasks(state);
}

bool spawn_next_part(const step_state& state, TimestampTz now) {
    const task_range part = part_from(spawned_tasks(state), state.total_tasks);
    if (part.first == part.end) return false;
    source_array(state).insert_tasks(part);
    const int32_t tasks = state.total_tasks, width = state.stripe_width;
    const striping stripes = {width, (tasks + width - 1) / width};
    enqueue_tasks({{state.state_id}, state, {state.total_items, tasks}, stripes}, part, now);
    return part.end < tasks;
}

void give_single_tasks(const std::vector<const step_state*>& states, TimestampTz now) {
    for (const start& s : single_starts(states)) {
        insert_only_tasks(s.state_ids, s.first.generation);
        enqueue_tasks(s, single_task, now);
    }
}

void start_singles(const std::vector<const step_state*>& states, TimestampTz now) {
    if (states.empty()) return;
    give_single_tasks(states, now);
    mark_started(ids_of(states), single_counts, single_striping, now);
}

}  // namespace fanout
