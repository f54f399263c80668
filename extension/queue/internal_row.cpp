#include "queue/internal_row.hpp"

#include "flows/handler.hpp"
#include "postgres/error_text.hpp"
#include "postgres/settings.hpp"
#include "queue/entry_mark.hpp"
#include "queue/fair_key.hpp"
#include "queue/queue_writer.hpp"
#include "queue/wake.hpp"

#include <algorithm>

namespace fanout {

internal_work put_off(queue_kind kind) {
    return {.kind = kind, .available_at = engine_clock() + busy_pause_us};
}

void enqueue_internal(const step_state& state, const internal_work& work) {
    queue_row row = waiting_row(state, work.kind, internal_queue_handler);
    const entry_mark mark({row.queue, row.handler, row.priority});
    row.virtual_time = std::max(mark.return_time() + 1, end_of_line(row));
    row.stripe = work.stripe;
    row.attempt = work.attempt;
    row.has_progress = work.has_progress;
    row.indexes = work.indexes;
    if (work.reason) row.reason = error_text(*work.reason);
    row.reason_is_final = work.reason_is_final;
    queue_writer rows;
    rows.add(row, std::nullopt, work.available_at);
    rows.finish();
    if (work.available_at == 0) wake_idle_workers(row.queue, row.handler);
}

void fail_step_of_row(int64_t queue_id, const std::string& reason) {
    static statement remove("DELETE FROM fanout.queue WHERE queue_id = $1 RETURNING state_id", {INT8OID});
    const std::optional<pg_error> error = subtransaction([&] {
        const int64_t state_id = remove.run({param::int8(queue_id)}).int8(0, 1);
        for (const auto& [id, state] : load_states({state_id}))
            enqueue_internal(state, {.kind = queue_kind::fail, .reason = reason});
    });
    if (error) put_aside(queue_id, reason + "; its step can't be failed: " + error->description());
}

void put_aside(int64_t queue_id, const std::string& reason) {
    static statement write(
        "UPDATE fanout.queue SET available_at = 'infinity', expires_at = NULL, parked_on = NULL, worker_id = NULL, "
        "    claimed_at = NULL, claim_sequence = NULL, reason = $2 WHERE queue_id = $1",
        {INT8OID, TEXTOID});
    const std::optional<pg_error> error = subtransaction([&] {
        write.run({param::int8(queue_id), param::text(error_text(reason))});
    });
    const std::string message =
        "queue row " + std::to_string(queue_id) +
        (error ? " can't be put aside (" + error->description() + "): " : " is put aside: ") + reason;
    warn(message);
}

}  // namespace fanout
