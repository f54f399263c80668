#include "queue/row_of_task.hpp"

#include "plain/sqlstates.hpp"
#include "postgres/lock_order.hpp"
#include "runs/under_way.hpp"

namespace fanout {
namespace {

[[noreturn]] void raise_task_busy(const step_state& state, int32_t task_index, const std::string& why) {
    raise(sqlstate::still_stopping,
          "task " + std::to_string(task_index) + " of " + state.where() + " is busy: " + why,
          "Try again in a moment.");
}

}  // namespace

std::optional<queue_row> lock_row_of_task(const step_state& state, int32_t task_index, row_kind which,
                                          patience& waits) {
    static statement find("SELECT queue_id, kind IN ('task', 'child') FROM fanout.queue WHERE state_id = $1 "
                          "AND kind IN ('task', 'child', 'count', 'retry') AND indexes @> $2 "
                          "AND ($3 OR worker_id IS NULL OR kind IN ('count', 'retry'))",
                          {INT8OID, INT4OID, BOOLOID});
    // A row may go on under another id between look-up and lock; the look-up then runs again in a new statement.
    constexpr int most_looks = 10;
    for (int i = 0; i < most_looks; ++i) {
        const rows found = find.run(
            {param::int8(state.state_id), param::int4(task_index), param::boolean(which == row_kind::any)});
        if (found.empty()) return std::nullopt;
        if (!found.boolean(0, 2))
            raise_task_busy(state, task_index, "the end of its last attempt is being counted");
        if (under_way::has_claim(found.int8(0, 1)))
            raise_task_busy(state, task_index, "this function is called for a task of its claim");
        check_lock_order(lock_phase::claims);
        locked_queue_rows locked = lock_queue_rows({found.int8(0, 1)}, &waits);
        if (!locked.busy.empty()) raise_task_busy(state, task_index, "a worker's call on it is under way");
        if (!locked.rows.empty() && locked.rows.front().indexes.contains(task_index))
            return std::move(locked.rows.front());
    }
    raise_task_busy(state, task_index, "workers are claiming it");
}

}  // namespace fanout
