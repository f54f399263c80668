#include "queue/child_end.hpp"

#include "flows/handler.hpp"
#include "postgres/relation.hpp"
#include "postgres/settings.hpp"
#include "queue/queue_writer.hpp"
#include "queue/wake.hpp"

namespace fanout {

void enqueue_end_of_child(const step_state& parent, int32_t task_index, int16_t attempt) {
    queue_row row = waiting_row(parent, queue_kind::child, child_queue_handler);
    row.virtual_time = last_value(virtual_clock);
    row.stripe = task_index / parent.stripe_width;
    row.attempt = attempt;
    row.indexes = {task_index, task_index + 1};
    queue_writer rows;
    rows.add(row, std::nullopt, engine_clock());
    rows.finish();
    wake_idle_workers(row.queue, row.handler);
}

}  // namespace fanout
