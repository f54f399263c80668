#include "queue/shared_retry.hpp"

#include "postgres/locked_rows.hpp"
#include "postgres/multirange.hpp"
#include "postgres/settings.hpp"
#include "queue/availability.hpp"

#include <tuple>

namespace fanout {
namespace {

/// A row is written anew with each retry that joins it: one of more ranges than these is left as it is.
constexpr size_t most_ranges = 100;

/// Whether they may be one row: all that a claim takes from it is the same, but for what a row that waits has
/// not got yet.
bool may_be_one(const queue_row& a, const queue_row& b) {
    auto what_counts = [](const queue_row& c) {
        return std::tie(c.state_id, c.worker_id, c.stripe, c.virtual_step, c.priority, c.attempt, c.crashed,
                        c.has_progress, c.kind, c.queue, c.handler, c.fair_key, c.fair_owner);
    };
    return what_counts(a) == what_counts(b);
}

/// Those of one stripe and attempt that wait for a time in this window.
std::vector<int64_t> find_rows(const queue_row& retry, retry_time when) {
    static const index_scan find("queue", "queue_by_state",
                                 {{1, BTEqualStrategyNumber, F_INT8EQ},
                                  {2, BTGreaterEqualStrategyNumber, F_TIMESTAMPTZ_GE},
                                  {2, BTLessEqualStrategyNumber, F_TIMESTAMPTZ_LE}},
                                 {"queue_id", "stripe", "attempt"});
    const found_rows found = find.run(read_snapshot(), {Int64GetDatum(retry.state_id),
                                                        TimestampTzGetDatum(when.window_begin_us + 1),
                                                        TimestampTzGetDatum(when.window_end_us)});
    std::vector<int64_t> result;
    for (size_t i = 0; i < found.size(); ++i) {
        if (found.int4(i, 2) == retry.stripe && found.int2(i, 3) == retry.attempt)
            result.push_back(found.int8(i, 1));
    }
    return result;
}

/// As it is under its lock: its time may have been moved since it was found.
bool is_within(const queue_row& row, retry_time when) {
    return row.available_at > when.window_begin_us && row.available_at <= when.window_end_us;
}

/// Nobody's time comes early: unless the row waits long enough for the retry, it does until the window's end.
void write_row(const queue_row& row, const step_state& state, TimestampTz available_at) {
    static const locked_rows queue("queue", "queue_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}},
                                   {"width", "indexes", "available_at", "expires_at"});
    const availability until = next_availability(state, available_at, engine_clock());
    queue.update({Int64GetDatum(row.queue_id)},
                 {param::int4(static_cast<int32_t>(row.indexes.size())),
                  param::datum(multirange_datum(row.indexes)), param::time(until.available_at),
                  param::time_or_null(until.expires_at)});
}

}  // namespace

bool join_waiting_row(const queue_row& retry, const step_state& state, retry_time when) {
    for (int64_t queue_id : find_rows(retry, when)) {
        for (queue_row& row : lock_queue_rows({queue_id}, when_locked::skip)) {
            const bool has_room = row.indexes.ranges().size() < most_ranges;
            if (!has_room || !is_within(row, when) || !may_be_one(row, retry)) continue;
            row.indexes.add(retry.indexes);
            write_row(row, state, row.available_at < when.at_us ? when.window_end_us : row.available_at);
            return true;
        }
    }
    return false;
}

}  // namespace fanout
