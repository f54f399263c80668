#include "engine/entry_in_order.hpp"

#include "queue/entering_rows.hpp"
#include "runs/results.hpp"

#include <algorithm>

namespace fanout {
namespace {

/// Whether what is to be done next is in the queue already, or claimed. Once somebody has let more tasks run
/// at a time, nothing has to wait for that.
bool has_its_next(const step_state& state) {
    static statement find(
        "SELECT FROM fanout.queue q WHERE q.state_id = $1 AND q.kind = 'task' "
        "AND (q.worker_id IS NOT NULL OR q.attempt = $2 OR q.available_at IS NULL OR q.parked_on IS NOT NULL) "
        "AND NOT EXISTS (SELECT FROM fanout.limits l WHERE l.state_id = $1 AND l.max_concurrency IS DISTINCT FROM 1) LIMIT 1",
        {INT8OID, INT2OID});
    return !find.run({param::int8(state.state_id), param::int2(state.first_attempt)}).empty();
}

int32_t first_not_entered(const step_state& state) {
    static statement read("SELECT coalesce(next_index, 0) FROM fanout.step_states WHERE state_id = $1",
                          {INT8OID});
    return read.run({param::int8(state.state_id)}).int4(0, 1);
}

void write_first_not_entered(const step_state& state, int32_t index) {
    static statement write("UPDATE fanout.step_states SET next_index = $2 WHERE state_id = $1",
                           {INT8OID, INT4OID});
    write.run({param::int8(state.state_id), param::int4(index)});
}

constexpr int32_t most_in_order = 1000;

/// Up to where, from `first` on, all items are there; some thousand at most.
int32_t end_of_items(const step_state& state, int32_t first) {
    if (!state.pipelined_state_id) return std::min(state.total_tasks, first + most_in_order);
    const index_set there = items_with_result(state, {first, first + most_in_order});
    return there.contains(first) ? there.ranges().front().hi : first;
}

/// Tasks that enter the queue as one row: of one stripe, at one attempt.
struct next_tasks {
    index_set indexes;
    int16_t attempt;
    int32_t end;  ///< the first that hasn't entered then
};

/// The next ones by their indexes, of [first, end).
next_tasks next_of(const step_state& state, int32_t first, int32_t end) {
    // Before a resume.
    const index_set ended = indexes_with_result(state.state_id, state.generation, {first, end});
    const std::map<int32_t, int16_t> before = failed_attempts(state, first, end - 1);
    next_tasks result{{}, 0, end};
    for (int32_t index = first; index < end; ++index) {
        if (ended.contains(index)) continue;
        const int16_t attempt = attempt_after(before, state, index);
        const bool is_first = result.indexes.empty();
        const bool fits = is_first || (attempt == result.attempt &&
                                       index / state.stripe_width ==
                                           result.indexes.ranges().front().lo / state.stripe_width);
        if (!fits) {
            result.end = index;
            break;
        }
        result.attempt = attempt;
        result.indexes.append(index);
    }
    return result;
}

/// Whether one of the tasks has reported something before a resume.
bool have_reported(const step_state& state, const index_set& indexes) {
    static statement find(
        "SELECT FROM fanout.task_progress WHERE state_id = $1 AND task_index BETWEEN $2 AND $3 LIMIT 1",
        {INT8OID, INT4OID, INT4OID});
    return !find.run({param::int8(state.state_id), param::int4(indexes.ranges().front().lo),
                      param::int4(indexes.ranges().back().hi - 1)})
                .empty();
}

}  // namespace

bool enters_in_order(const step_state& state) {
    return state.goes_in_order() && (state.pipelined_state_id || state.is_stream());
}

void enqueue_next_in_order(const step_state& state) {
    if (has_its_next(state)) return;
    const int32_t entered = first_not_entered(state);
    int32_t first = entered;
    for (int32_t end; (end = end_of_items(state, first)) > first;) {
        const next_tasks next = next_of(state, first, end);
        first = next.end;
        if (next.indexes.empty()) continue;
        entering_rows rows(state);
        rows.add(next.indexes.ranges().front().lo / state.stripe_width, next.attempt, next.indexes,
                 have_reported(state, next.indexes));
        rows.finish();
        break;
    }
    if (first > entered) write_first_not_entered(state, first);
}

void enqueue_anew_in_order(const step_state& state) {
    write_first_not_entered(state, 0);
    enqueue_next_in_order(state);
}

}  // namespace fanout
