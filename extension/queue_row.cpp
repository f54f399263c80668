#include "queue_row.hpp"

namespace fanout {

claim read_queue_row(const rows& found, size_t i) {
    const bool waits = found.is_null(i, 5);
    claim c;
    c.claim_id = found.int8(i, 1);
    c.state_id = found.int8(i, 2);
    c.virtual_time = found.int8(i, 3);
    c.claimed_at = waits ? 0 : found.int8(i, 4);
    c.worker_id = waits ? 0 : found.int4(i, 5);
    c.stripe = found.int4(i, 6);
    c.virtual_step = found.int4(i, 7);
    c.priority = found.int4(i, 8);
    c.generation = found.int2(i, 9);
    c.attempt = found.int2(i, 10);
    c.crashed = found.boolean(i, 11);
    c.has_progress = found.boolean(i, 12);
    c.kind = found.text(i, 13);
    c.queue = found.text(i, 14);
    c.handler = found.text(i, 15);
    c.fair_key = found.optional_text(i, 16);
    c.expires_at = found.is_null(i, 17) ? 0 : found.int8(i, 17);
    c.indexes = index_set::parse(found.text(i, 18));
    return c;
}

}  // namespace fanout
