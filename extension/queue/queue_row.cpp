#include "queue/queue_row.hpp"

#include "postgres/multirange.hpp"

#include <algorithm>

namespace fanout {
namespace {

constexpr std::initializer_list<const char*> read_columns = {
    "queue_id",     "state_id",     "virtual_time", "available_at",    "claimed_at", "worker_id",
    "stripe",       "virtual_step", "priority",     "generation",      "attempt",    "crashed",
    "has_progress", "kind",         "queue",        "handler",         "fair_key",   "fair_owner",
    "expires_at",   "errors",       "reason",       "reason_is_final", "indexes"};

queue_row read_row(const found_rows& found, size_t i) {
    int column = 0;
    auto next = [&] { return ++column; };
    auto time = [&](int at) { return found.is_null(i, at) ? 0 : found.int8(i, at); };
    queue_row c{};
    c.queue_id = found.int8(i, next());
    c.state_id = found.int8(i, next());
    c.virtual_time = found.int8(i, next());
    c.available_at = time(next());
    c.claimed_at = time(next());
    const int worker = next();
    c.worker_id = found.is_null(i, worker) ? 0 : found.int8(i, worker);
    c.stripe = found.int4(i, next());
    c.virtual_step = found.int4(i, next());
    c.priority = found.int4(i, next());
    c.generation = found.int2(i, next());
    c.attempt = found.int2(i, next());
    c.crashed = found.boolean(i, next());
    c.has_progress = found.boolean(i, next());
    c.kind = queue_kinds.find(found.text(i, next())).value();
    c.queue = found.text(i, next());
    c.handler = found.text(i, next());
    c.fair_key = found.optional_text(i, next());
    const int owner = next();
    c.fair_owner = c.fair_key ? found.oid(i, owner) : InvalidOid;
    c.expires_at = time(next());
    const int errors = next();
    c.errors = found.is_null(i, errors) ? int16_t{0} : found.int2(i, errors);
    c.reason = found.optional_text(i, next());
    const int is_final = next();
    c.reason_is_final = !found.is_null(i, is_final) && found.boolean(i, is_final);
    c.indexes = multirange_indexes(found.datum(i, next()));
    return c;
}

const row_lock& queue_lock() {
    static const row_lock lock("queue", "queue_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}},
                               LockTupleExclusive, read_columns);
    return lock;
}

/// A row that was split meanwhile goes on under another id.
std::vector<queue_row> read_rows(const found_rows& found, const std::vector<int64_t>& sorted_ids) {
    std::vector<queue_row> result;
    for (size_t i = 0; i < found.size(); ++i) {
        if (std::binary_search(sorted_ids.begin(), sorted_ids.end(), found.int8(i, 1)))
            result.push_back(read_row(found, i));
    }
    return result;
}

}  // namespace

std::vector<queue_row> lock_queue_rows(std::vector<int64_t> ids, when_locked how) {
    std::sort(ids.begin(), ids.end());
    return read_rows(queue_lock().run_each({ids.begin(), ids.end()}, how), ids);
}

locked_queue_rows lock_queue_rows(std::vector<int64_t> ids, patience* waits) {
    std::sort(ids.begin(), ids.end());
    const locked_in_time locked = lock_in_time(queue_lock(), {ids.begin(), ids.end()}, waits);
    locked_queue_rows result{read_rows(locked.rows, ids), {}};
    for (size_t position : locked.busy) result.busy.push_back(ids[position]);
    return result;
}

}  // namespace fanout
