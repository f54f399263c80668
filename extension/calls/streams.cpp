// push_items and close_items: streams while they are open.
#include "engine/advance.hpp"
#include "engine/pipeline.hpp"
#include "plain/index_set.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/access.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"
#include "postgres/jsonb.hpp"
#include "postgres/object_lock.hpp"
#include "runs/run_ceilings.hpp"
#include "runs/source.hpp"

#include <algorithm>

namespace fanout {
namespace {

/// Pushes to one stream, and its close, come one after the other: so what has been pushed is known before any
/// counter is locked.
void lock_stream(int64_t state_id) {
    object_lock("step_states", state_id).take(ExclusiveLock);
}

/// The stream that a call names, locked for pushing. Throws unless its owner calls, and where it isn't a
/// stream.
step_state lock_stream_of(const call& c, const char* function) {
    c.require({{0, "run_id"}, {1, "step_slug"}}, function);
    const step_state found = load_state(find_state(*DatumGetUUIDP(c.datum(0)), c.text(1)));
    // Before the lock, which is not for others to take.
    require_run_access(c.caller, found.owner, "run " + uuid_text(found.run_id));
    if (!found.is_stream()) {
        raise(sqlstate::not_open, found.where() + " is no stream", "Define it with fanout_from => 'stream'.");
    }
    lock_stream(found.state_id);
    return load_state(found.state_id);
}

void require_open(const step_state& state) {
    if (!state.run_is_live) {
        raise(sqlstate::not_open, state.where() + ": its run " + uuid_text(state.run_id) + " has ended",
              "fanout.resume_run lets a failed or cancelled run go on.");
    }
    if (!state.has_tasks) {
        raise(sqlstate::not_open, state.where() + " has not started: it waits for its dependencies",
              "fanout.steps_overview shows when it is started.");
    }
    if (!state.is_open) {
        raise(sqlstate::not_open, state.where() + " is closed",
              "Items can be pushed until fanout.close_items is called.");
    }
}

/// How many more items may be unfinished. A batch counts as a full one.
int32_t room_for_items(const step_state& state) {
    const int64_t tasks = unfinished_tasks(state.state_id);
    return static_cast<int32_t>(std::max<int64_t>(0, state.max_buffered - tasks * state.batch_size));
}

Datum first_items(Datum items, int32_t count) {
    static statement slice(
        "SELECT jsonb_agg(e.item ORDER BY e.position) "
        "FROM jsonb_array_elements($1) WITH ORDINALITY e (item, position) WHERE e.position <= $2",
        {JSONBOID, INT4OID});
    return plain_copy(slice.run({param::datum(items), param::int4(count)}).datum(0, 1));
}

/// The new tasks by the stripes that they belong to.
std::map<int32_t, std::vector<int32_t>> by_stripe(int32_t first, int32_t count, int32_t stripe_width) {
    std::map<int32_t, std::vector<int32_t>> result;
    for (int32_t i = first; i < first + count; ++i) result[i / stripe_width].push_back(i);
    return result;
}

/// Makes tasks of the items, this many, and of what they will be to pipelined steps.
void push(const step_state& state, Datum items, int32_t count) {
    insert_array(state, items, state.total_tasks);
    const int32_t tasks = (count + state.batch_size - 1) / state.batch_size;
    const auto pushed = by_stripe(state.total_tasks, tasks, state.stripe_width);
    std::vector<int64_t> state_ids = pipeline_of(state);
    state_ids.insert(state_ids.begin(), state.state_id);
    change_set changes;
    for (int64_t id : state_ids) {
        state_change& change = changes.states[id];
        change.stripes_opened = raise_stripes(id, pushed);
        change.tasks_pushed = tasks;
        change.items_pushed = count;
    }
    changes.states[state.state_id].ready = pushed;
    advance(changes, advance_mode::short_work);
}

void close(const step_state& state) {
    change_set changes;
    std::vector<int64_t> state_ids = pipeline_of(state);
    state_ids.push_back(state.state_id);
    for (int64_t id : state_ids) {
        changes.states[id].stripes_done = 1;
        changes.states[id].is_closed = true;
    }
    advance(changes, advance_mode::short_work);
}

int32_t count_elements(Datum items, const step_state& state) {
    const int32_t count = array_length(items);
    if (count >= 0) return count;
    raise(sqlstate::invalid_argument, "push_items: the items for " + state.where() + " are not an array",
          "Give a JSON array, of one element for a single item.");
}

}  // namespace
}  // namespace fanout

using namespace fanout;

/// push_items(run_id uuid, step_slug text, items jsonb) returns int
FANOUT_FUNCTION(fanout_push_items) {
    call.require({{2, "items"}}, "push_items");
    const step_state state = lock_stream_of(call, "push_items");
    require_open(state);
    const Datum items = call.datum(2);
    const int32_t offered = count_elements(items, state);
    const int32_t count = std::min(offered, room_for_items(state));
    check_stored_bytes(state.owner, items, "push_items: " + state.where());
    if (count > 0) push(state, count < offered ? first_items(items, count) : items, count);
    return Int32GetDatum(count);
}

/// close_items(run_id uuid, step_slug text) returns void
FANOUT_FUNCTION(fanout_close_items) {
    const step_state state = lock_stream_of(call, "close_items");
    if (state.has_tasks && !state.is_open) return 0;
    require_open(state);
    close(state);
    return 0;
}
