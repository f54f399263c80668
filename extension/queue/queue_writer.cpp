#include "queue/queue_writer.hpp"

#include "postgres/multirange.hpp"
#include "queue/queue_id.hpp"

namespace fanout {
queue_row waiting_row(const step_state& state, queue_kind kind, const std::string& handler) {
    return {.queue_id = 0,
            .state_id = state.state_id,
            .virtual_time = 0,
            .claimed_at = 0,
            .worker_id = 0,
            .stripe = 0,
            .virtual_step = 1,
            .priority = state.priority,
            .generation = state.generation,
            .attempt = 1,
            .crashed = false,
            .has_progress = false,
            .kind = kind,
            .queue = state.queue,
            .handler = handler,
            .fair_key = state.fair_key,
            .fair_owner = state.fair_key ? state.owner : InvalidOid,
            .expires_at = 0,
            .indexes = {}};
}

queue_writer::queue_writer()
    : insert_("queue", {"queue_id",       "state_id",   "virtual_time", "available_at",    "claimed_at",
                        "claim_sequence", "worker_id",  "stripe",       "width",           "virtual_step",
                        "priority",       "generation", "attempt",      "crashed",         "has_progress",
                        "kind",           "queue",      "handler",      "fair_key",        "fair_owner",
                        "expires_at",     "errors",     "reason",       "reason_is_final", "indexes"}) {}

int64_t queue_writer::add(const queue_row& row, std::optional<int64_t> sequence, TimestampTz available_at) {
    if (insert_.is_full()) insert_.flush();
    const int64_t id = next_queue_id();
    const bool waits = row.worker_id == 0;
    insert_.add({param::int8(id),
                 param::int8(row.state_id),
                 param::int8(row.virtual_time),
                 param::time_or_null(available_at),
                 waits ? param::null() : param::time(row.claimed_at),
                 sequence ? param::int8(*sequence) : param::null(),
                 waits ? param::null() : param::int8(row.worker_id),
                 param::int4(row.stripe),
                 param::int4(static_cast<int32_t>(row.indexes.size())),
                 param::int4(row.virtual_step),
                 param::int4(row.priority),
                 param::int2(static_cast<int16_t>(row.generation)),
                 param::int2(row.attempt),
                 param::boolean(row.crashed),
                 param::boolean(row.has_progress),
                 param::text(queue_kinds.name_of(row.kind)),
                 param::text(row.queue),
                 param::text(row.handler),
                 param::optional_text(row.fair_key),
                 row.fair_key ? param::oid(row.fair_owner) : param::null(),
                 param::time_or_null(row.expires_at),
                 row.errors > 0 ? param::int2(row.errors) : param::null(),
                 param::optional_text(row.reason),
                 row.kind == queue_kind::fail ? param::boolean(row.reason_is_final) : param::null(),
                 param::datum(multirange_datum(row.indexes))});
    return id;
}

}  // namespace fanout
