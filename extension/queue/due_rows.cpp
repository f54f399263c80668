#include "queue/due_rows.hpp"

#include "postgres/halves.hpp"
#include "postgres/hint_life.hpp"
#include "postgres/index_scan.hpp"
#include "postgres/settings.hpp"
#include "queue/claims.hpp"
#include "queue/entry_mark.hpp"
#include "queue/fair_key.hpp"
#include "queue/internal_row.hpp"
#include "queue/limit.hpp"
#include "queue/queue_writer.hpp"

#include <algorithm>
#include <tuple>

namespace fanout {
namespace {

constexpr int64_t soon_due_us = USECS_PER_SEC;

/// The first of those whose time has come, as far as nobody else has locked them.
std::vector<int64_t> lock_due_rows(TimestampTz from, TimestampTz now) {
    static statement lock("SELECT queue_id FROM fanout.queue WHERE available_at BETWEEN $2 AND $1 "
                          "ORDER BY available_at LIMIT 1000 FOR UPDATE SKIP LOCKED",
                          {TIMESTAMPTZOID, TIMESTAMPTZOID});
    return lock.run({param::time(now), param::time(from)}).int8_column(1);
}

/// What keeps rows apart: those that are alike in it are one row, for all that a claim of it would be.
auto what_keeps_apart(const queue_row& c) {
    return std::tie(c.state_id, c.stripe, c.generation, c.attempt, c.crashed, c.kind, c.queue, c.handler,
                    c.expires_at);
}

void merge(queue_row& into, const queue_row& other) {
    into.virtual_step = std::min(into.virtual_step, other.virtual_step);
    into.priority = std::min(into.priority, other.priority);
    into.has_progress = into.has_progress || other.has_progress;
    into.errors = std::max(into.errors, other.errors);
    into.reason = std::max(into.reason, other.reason);
    into.reason_is_final = into.reason_is_final || other.reason_is_final;
    into.indexes.add(other.indexes);
}

/// One row of each that may be one.
std::vector<queue_row> merged(std::vector<queue_row> due) {
    std::stable_sort(due.begin(), due.end(), [](const queue_row& a, const queue_row& b) {
        return what_keeps_apart(a) < what_keeps_apart(b);
    });
    std::vector<queue_row> result;
    for (queue_row& row : due) {
        if (!result.empty() && what_keeps_apart(result.back()) == what_keeps_apart(row)) {
            merge(result.back(), row);
        } else {
            result.push_back(std::move(row));
        }
    }
    return result;
}

void promote_rows(std::span<const int64_t> ids) {
    std::vector<queue_row> due = lock_queue_rows({ids.begin(), ids.end()}, when_locked::skip);
    delete_claims({ids.begin(), ids.end()});
    queue_writer rows;
    return_times time;
    std::vector<int64_t> entered;
    bool has_line = false;
    for (queue_row& row : merged(std::move(due))) {
        row.virtual_time = time.of({row.queue, row.handler, row.priority});
        entered.push_back(rows.add(row, std::nullopt, 0));
        has_line = has_line || row.fair_key;
    }
    rows.finish();
    if (has_line) move_to_end_of_line(entered);
}

/// They are of many owners. One that can't be promoted is its own step's failure.
void promote(TimestampTz from, TimestampTz now) {
    const std::vector<int64_t> due = lock_due_rows(from, now);
    int subtransactions = most_subtransactions;
    in_halves<int64_t>(due, subtransactions, promote_rows, [](int64_t queue_id, const pg_error& error) {
        fail_step_of_row(queue_id, "its tasks can't enter the queue: " + error.description());
    });
}

/// When the first row and the first token are due, if that is soon.
struct first_due {
    TimestampTz row = DT_NOEND, token = DT_NOEND;
};

TimestampTz first_row(const read_snapshot& now, TimestampTz from, TimestampTz until) {
    static const index_scan find("queue", "queue_delayed",
                                 {{1, BTGreaterEqualStrategyNumber, F_TIMESTAMPTZ_GE},
                                  {1, BTLessEqualStrategyNumber, F_TIMESTAMPTZ_LE}},
                                 {"available_at"});
    const found_rows found = find.run(now, {TimestampTzGetDatum(from), TimestampTzGetDatum(until)}, 1);
    return found.empty() ? DT_NOEND : found.int8(0, 1);
}

TimestampTz first_token(const read_snapshot& now, TimestampTz until) {
    static const index_scan find("limits", "limits_with_a_rate", {}, {"wake_at"});
    TimestampTz first = DT_NOEND;
    const found_rows found = find.run(now, {});
    for (size_t i = 0; i < found.size(); ++i) {
        if (!found.is_null(i, 1) && found.int8(i, 1) <= until)
            first = std::min<TimestampTz>(first, found.int8(i, 1));
    }
    return first;
}

/// From where on the times of rows are looked at. Those that were promoted leave dead entries, which stay as
/// long as any snapshot is old enough to need them. A row enters in the future, but may commit late; so a
/// backend goes on a good while before what it has seen, and from time to time from the beginning.
class due_scan {
public:
    first_due look(TimestampTz now) {
        const int64_t began = steady_clock_us();
        // The engine's clock may have been set back.
        const bool is_whole = began >= good_until_ || now < seen_at_;
        if (is_whole) from_ = DT_NOBEGIN;
        const read_snapshot snapshot;
        const first_due first = {first_row(snapshot, from_, now + soon_due_us),
                                 first_token(snapshot, now + soon_due_us)};
        seen_at_ = now;
        from_ = std::min(first.row, now - longest_transaction_us);
        if (is_whole) good_until_ = believed_until(began, times, longest_us);
        return first;
    }

    TimestampTz from() const { return from_; }

private:
    static constexpr int64_t times = 200, longest_us = 60 * USECS_PER_SEC,
                             longest_transaction_us = 10 * USECS_PER_SEC;

    TimestampTz from_ = DT_NOBEGIN, seen_at_ = 0;
    int64_t good_until_ = 0;
};

due_scan next_look;

}  // namespace

bool promote_due_rows() {
    const TimestampTz now = engine_clock();
    const first_due first = next_look.look(now);
    if (first.row <= now) promote(first.row, now);
    if (first.token <= now) wake_for_tokens(now);
    return first.row != DT_NOEND || first.token != DT_NOEND;
}

std::optional<int64_t> next_due_us(const worker& w) {
    // Of the many that may be due in that second, those of other handlers are looked at, too: a thousand at
    // most.
    static statement find(
        "SELECT min(d.available_at) FROM (SELECT queue, handler, available_at FROM fanout.queue "
        "    WHERE available_at BETWEEN $4 AND $3 ORDER BY available_at LIMIT 1000) d "
        "WHERE d.queue = ANY ($1) AND d.handler = ANY ($2)",
        {TEXTARRAYOID, TEXTARRAYOID, TIMESTAMPTZOID, TIMESTAMPTZOID});
    const TimestampTz now = engine_clock(), until = now + soon_due_us;
    std::optional<TimestampTz> first = next_token(w.queues, w.handlers, until);
    rows delayed = find.run({param::datum(w.queues), param::datum(w.handlers), param::time(until),
                             param::time(next_look.from())});
    if (!delayed.is_null(0, 1)) first = std::min(first.value_or(until), TimestampTz{delayed.int8(0, 1)});
    if (!first) return std::nullopt;
    return std::max<int64_t>(*first - now, 0);
}

}  // namespace fanout
