#include "queue/limit.hpp"

#include "postgres/halves.hpp"
#include "postgres/lock_order.hpp"
#include "postgres/settings.hpp"
#include "queue/entry_mark.hpp"
#include "queue/internal_row.hpp"
#include "queue/wake.hpp"

#include <algorithm>

namespace fanout {
namespace {

#define LIMIT_ROW                                                                                            \
    "limit_id, max_concurrency, in_flight, rate, (extract(epoch FROM per) * 1000000)::bigint, burst, "       \
    "tokens, refilled_at, wake_at"

limit_row read_limit(const rows& found, size_t i) {
    limit_row l;
    l.limit_id = found.int8(i, 1);
    if (!found.is_null(i, 2)) l.max_concurrency = found.int4(i, 2);
    l.in_flight = found.int4(i, 3);
    if (!found.is_null(i, 4)) {
        l.bucket = token_bucket{found.int4(i, 4), found.int8(i, 5), found.int4(i, 6),
                                DatumGetFloat8(found.datum(i, 7)), found.int8(i, 8)};
    }
    if (!found.is_null(i, 9)) l.wake_at = found.int8(i, 9);
    return l;
}

std::vector<limit_row> read_limits(const rows& found) {
    std::vector<limit_row> result;
    for (size_t i = 0; i < found.size(); ++i) result.push_back(read_limit(found, i));
    return result;
}

void write_limit(const limit_row& l) {
    static statement write(
        "UPDATE fanout.limits SET in_flight = $2, tokens = $3, refilled_at = $4, wake_at = $5 "
        "WHERE limit_id = $1",
        {INT8OID, INT4OID, FLOAT8OID, TIMESTAMPTZOID, TIMESTAMPTZOID});
    write.run({param::int8(l.limit_id), param::int4(l.in_flight),
               l.bucket ? param::datum(Float8GetDatum(l.bucket->tokens)) : param::null(),
               l.bucket ? param::time(l.bucket->refilled_at) : param::null(),
               l.wake_at ? param::time(*l.wake_at) : param::null()});
}

/// Without waiting, those of these that nobody else has locked.
std::vector<limit_row> lock_free_limits(const std::vector<int64_t>& limit_ids) {
    static statement lock("SELECT " LIMIT_ROW " FROM fanout.limits WHERE limit_id = ANY ($1) "
                          "ORDER BY limit_id FOR NO KEY UPDATE SKIP LOCKED",
                          {INT8ARRAYOID});
    return read_limits(lock.run({param::int8_array(limit_ids)}));
}

constexpr int64_t no_bound = INT32_MAX;

int64_t free_slots(const limit_row& l) {
    return l.max_concurrency ? std::max(*l.max_concurrency - l.in_flight, 0) : no_bound;
}

struct parked_row {
    int64_t queue_id;
    entry_line line;
};

/// Rows that are parked, and that the caller has locked.
using parked_rows = std::vector<parked_row>;

void let_in_rows(std::span<const parked_row> parked) {
    static statement let_in(
        "UPDATE fanout.queue q SET queue_id = fanout.next_queue_id(), available_at = NULL, parked_on = NULL, "
        "    virtual_time = greatest(q.virtual_time, u.return_time) "
        "FROM unnest($1, $2) AS u (queue_id, return_time) WHERE q.queue_id = u.queue_id",
        {INT8ARRAYOID, INT8ARRAYOID});
    return_times time;
    std::vector<int64_t> ids, times;
    for (const parked_row& row : parked) {
        ids.push_back(row.queue_id);
        times.push_back(time.of(row.line));
    }
    let_in.run({param::int8_array(ids), param::int8_array(times)});
}

/// Adds of what is parked on the limit as much as makes up `tasks`, for each queue and handler: which of them
/// has a worker isn't known. The best first.
void lock_parked(int64_t limit_id, int64_t tasks, parked_rows& locked) {
    // The pairs are found by skipping through the index from one to the next.
    static statement find(
        "WITH RECURSIVE pairs AS ("
        "    (SELECT queue, handler FROM fanout.queue WHERE parked_on = $1 ORDER BY queue, handler LIMIT 1) "
        "    UNION ALL "
        "    SELECT n.queue, n.handler FROM pairs p, LATERAL ("
        "        SELECT x.queue, x.handler FROM fanout.queue x "
        "         WHERE x.parked_on = $1 AND (x.queue, x.handler) > (p.queue, p.handler) "
        "         ORDER BY x.queue, x.handler LIMIT 1) n) "
        "SELECT c.queue_id, p.queue, p.handler, c.priority FROM pairs p, LATERAL ("
        "    SELECT b.queue_id, b.priority, sum(b.width) OVER (ORDER BY b.priority DESC, b.virtual_time, b.queue_id) - b.width AS before "
        "      FROM (SELECT x.queue_id, x.width, x.priority, x.virtual_time FROM fanout.queue x "
        "             WHERE x.parked_on = $1 AND x.queue = p.queue AND x.handler = p.handler "
        "             ORDER BY x.priority DESC, x.virtual_time LIMIT $2 FOR UPDATE SKIP LOCKED) b) c "
        "WHERE c.before < $2",
        {INT8OID, INT8OID});
    rows found = find.run({param::int8(limit_id), param::int8(tasks)});
    for (size_t i = 0; i < found.size(); ++i)
        locked.push_back({found.int8(i, 1), {found.text(i, 2), found.text(i, 3), found.int4(i, 4)}});
}

/// Of all limits together: what a limit needs a subtransaction for, a hundred limits need one for, too.
/// Returns whether there was anything.
bool unpark(const parked_rows& parked) {
    if (parked.empty()) return false;
    int subtransactions = most_subtransactions;
    in_halves<parked_row>(
        parked, subtransactions, let_in_rows, [](const parked_row& row, const pg_error& error) {
            fail_step_of_row(row.queue_id, "its tasks can't be let in: " + error.description());
        });
    std::set<std::pair<std::string, std::string>> entered;
    for (const parked_row& row : parked) entered.emplace(row.line.queue, row.line.handler);
    for (const auto& [queue, handler] : entered) wake_idle_workers(queue, handler);
    return true;
}

bool anything_is_parked(int64_t limit_id) {
    static statement look("SELECT FROM fanout.queue WHERE parked_on = $1 LIMIT 1", {INT8OID});
    return !look.run({param::int8(limit_id)}).empty();
}

/// Where all that is missing is a token, notes when the next one comes.
void note_next_token(limit_row& l) {
    l.wake_at.reset();
    if (free_slots(l) > 0 && anything_is_parked(l.limit_id)) {
        // A token that is there is for what was just let in.
        token_bucket after = *l.bucket;
        after.take(after.whole());
        l.wake_at = after.next_at();
    }
    write_limit(l);
}

/// Lets in what these limits have room for; returns whether there was anything.
bool let_in(const std::vector<limit_row*>& limits, TimestampTz now) {
    parked_rows parked;
    for (limit_row* l : limits) {
        if (l->bucket) l->bucket->refill(now, l->wake_at);
        if (const int64_t room = l->room(); room > 0) lock_parked(l->limit_id, room, parked);
    }
    const bool let_in_some = unpark(parked);
    for (limit_row* l : limits) {
        if (l->bucket) note_next_token(*l);
    }
    return let_in_some;
}

void let_in(std::vector<limit_row> limits, TimestampTz now) {
    std::vector<limit_row*> all;
    for (limit_row& l : limits) all.push_back(&l);
    let_in(all, now);
}

/// The caller has locked the limit, in a statement before.
void count_anew(int64_t limit_id) {
    static statement write(
        "UPDATE fanout.limits l SET in_flight = coalesce("
        "    (SELECT h.held FROM fanout.limit_holdings h WHERE h.limit_id = l.limit_id), 0) WHERE l.limit_id = $1",
        {INT8OID});
    write.run({param::int8(limit_id)});
}

/// By limit, how much these states free.
std::map<int64_t, int64_t> freed_by_limit(const std::map<int64_t, int64_t>& freed,
                                          const step_states& states) {
    std::map<int64_t, int64_t> result;
    for (const auto& [state_id, count] : freed) {
        auto state = states.find(state_id);
        if (state == states.end()) continue;
        for (int64_t id : state->second.limit_ids) result[id] += count;
    }
    return result;
}

/// Locks those of these limits that nobody else has locked for long; returns them.
std::vector<int64_t> lock_limits(const std::map<int64_t, int64_t>& which, patience* waits) {
    static const row_lock lock("limits", "limits_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}},
                               LockTupleNoKeyExclusive, {"limit_id"});
    std::vector<Datum> ids;
    for (const auto& [id, count] : which) ids.push_back(Int64GetDatum(id));
    if (!waits) return lock.run_each(ids, when_locked::skip).int8_column(1);
    check_lock_order(lock_phase::limits, {which.begin()->first, 0});
    return lock_in_time(lock, ids, waits).rows.int8_column(1);
}

/// Takes slots off a limit. Below zero only where it has drifted, which maintain mends.
std::optional<limit_row> lower(int64_t limit_id, int64_t count) {
    static statement write("UPDATE fanout.limits SET in_flight = greatest(in_flight - $2, 0) "
                           "WHERE limit_id = $1 RETURNING " LIMIT_ROW,
                           {INT8OID, INT8OID});
    rows found = write.run({param::int8(limit_id), param::int8(count)});
    if (found.empty()) return std::nullopt;
    return read_limit(found, 0);
}

}  // namespace

int64_t limit_row::room() const {
    return bucket ? std::min(free_slots(*this), bucket->whole()) : free_slots(*this);
}

void limit_slots::lock(const std::vector<int64_t>& limit_ids) {
    std::vector<int64_t> wanted;
    for (int64_t id : limit_ids) {
        if (!held_.contains(id)) wanted.push_back(id);
    }
    if (wanted.empty()) return;
    for (limit_row& l : lock_free_limits(wanted)) {
        if (l.bucket) l.bucket->refill(now_, l.wake_at);
        held_.emplace(l.limit_id, l);
    }
}

std::optional<int64_t> limit_slots::room(const std::vector<int64_t>& limit_ids) const {
    int64_t least = no_bound;
    for (int64_t id : limit_ids) {
        auto l = held_.find(id);
        if (l == held_.end()) return std::nullopt;
        least = std::min(least, l->second.room());
    }
    return least;
}

std::optional<int64_t> limit_slots::full_one(const std::vector<int64_t>& limit_ids) const {
    for (int64_t id : limit_ids) {
        auto l = held_.find(id);
        if (l != held_.end() && l->second.room() == 0) return id;
    }
    return std::nullopt;
}

void limit_slots::take(const std::vector<int64_t>& limit_ids, int64_t count) {
    for (int64_t id : limit_ids) {
        limit_row& l = held_.at(id);
        l.in_flight += static_cast<int32_t>(count);
        if (l.bucket) l.bucket->take(count);
        changed_.insert(id);
    }
}

void limit_slots::pass_on(const std::vector<int64_t>& limit_ids) {
    passed_on_.insert(limit_ids.begin(), limit_ids.end());
}

bool limit_slots::finish() {
    std::vector<limit_row*> with_room;
    for (auto& [id, l] : held_) {
        if (changed_.contains(id)) write_limit(l);
        if (passed_on_.contains(id)) with_room.push_back(&l);
    }
    changed_.clear();
    passed_on_.clear();
    return let_in(with_room, now_);
}

void park(const std::vector<std::pair<int64_t, int64_t>>& rows) {
    // With a new id each, as what is left of a row that was claimed from.
    static statement write(
        "UPDATE fanout.queue q SET queue_id = fanout.next_queue_id(), available_at = 'infinity', "
        "    parked_on = u.limit_id "
        "FROM unnest($1, $2) AS u (queue_id, limit_id) WHERE q.queue_id = u.queue_id",
        {INT8ARRAYOID, INT8ARRAYOID});
    if (rows.empty()) return;
    std::vector<int64_t> ids, limits;
    for (const auto& [queue_id, limit_id] : rows) {
        ids.push_back(queue_id);
        limits.push_back(limit_id);
    }
    write.run({param::int8_array(ids), param::int8_array(limits)});
}

void release_slots(const std::map<int64_t, int64_t>& freed, const step_states& states, patience* waits) {
    const std::map<int64_t, int64_t> by_limit = freed_by_limit(freed, states);
    if (by_limit.empty()) return;
    std::vector<limit_row> lowered;
    for (int64_t id : lock_limits(by_limit, waits)) {
        if (std::optional<limit_row> l = lower(id, by_limit.at(id))) lowered.push_back(*l);
    }
    // What is parked is read after all locks.
    let_in(std::move(lowered), engine_clock());
}

void release_slots(const std::map<int64_t, int64_t>& freed, patience* waits) {
    std::vector<int64_t> ids;
    for (const auto& [state_id, count] : freed) ids.push_back(state_id);
    if (!ids.empty()) release_slots(freed, load_states(ids), waits);
}

bool add_step_cap(const step_state& state, patience* waits) {
    static statement insert("INSERT INTO fanout.limits (state_id, max_concurrency, in_flight) "
                            "VALUES ($1, $2, 0) ON CONFLICT DO NOTHING",
                            {INT8OID, INT4OID});
    if (!state.max_concurrency) return true;
    const auto write = [&] {
        (void)insert.run({param::int8(state.state_id), param::int4(*state.max_concurrency)});
    };
    // Mostly nobody is setting it, and then there is nothing to wait for: in one call hundreds of steps may
    // start, and none is to cost a subtransaction for that.
    const object_lock setting = lock_of_cap(state.state_id);
    if (!setting.try_to_take(ExclusiveLock)) return insert_in_time(write, waits);
    write();
    setting.release(ExclusiveLock);
    return true;
}

object_lock lock_of_cap(int64_t state_id) {
    return {"limits", state_id};
}

void apply_limit(int64_t limit_id) {
    count_anew(limit_id);
    let_in(lock_free_limits({limit_id}), engine_clock());
}

void let_in_everything(int64_t limit_id) {
    parked_rows parked;
    lock_parked(limit_id, no_bound, parked);
    unpark(parked);
}

void wake_for_tokens(TimestampTz now) {
    static statement lock("SELECT " LIMIT_ROW " FROM fanout.limits WHERE rate IS NOT NULL AND wake_at <= $1 "
                          "ORDER BY limit_id FOR NO KEY UPDATE SKIP LOCKED",
                          {TIMESTAMPTZOID});
    let_in(read_limits(lock.run({param::time(now)})), now);
}

std::optional<TimestampTz> next_token(Datum queues, Datum handlers, TimestampTz until) {
    static statement find(
        "SELECT min(l.wake_at) FROM fanout.limits l WHERE l.rate IS NOT NULL AND l.wake_at <= $3 "
        "AND EXISTS (SELECT FROM unnest($1) AS q (queue), unnest($2) AS h (handler), LATERAL ("
        "    SELECT FROM fanout.queue x WHERE x.parked_on = l.limit_id AND x.queue = q.queue "
        "    AND x.handler = h.handler LIMIT 1) p)",
        {TEXTARRAYOID, TEXTARRAYOID, TIMESTAMPTZOID});
    rows found = find.run({param::datum(queues), param::datum(handlers), param::time(until)});
    if (found.is_null(0, 1)) return std::nullopt;
    return found.int8(0, 1);
}

namespace {

/// One snapshot shows claims and counts as they belong together, so what differs in it has drifted. It is
/// counted again under the lock.
void recount() {
    static statement find(
        "SELECT l.limit_id FROM fanout.limits l LEFT JOIN fanout.limit_holdings h USING (limit_id) "
        "WHERE l.in_flight <> coalesce(h.held, 0)",
        {});
    std::vector<int64_t> drifted;
    {
        rows found = find.run({});
        for (size_t i = 0; i < found.size(); ++i) drifted.push_back(found.int8(i, 1));
    }
    if (drifted.empty()) return;
    for (const limit_row& l : lock_free_limits(drifted)) count_anew(l.limit_id);
}

/// Rows that nothing holds back any more: their limit has room, or it, or what was paused, is gone.
void let_in_all() {
    static statement find(
        "WITH RECURSIVE parked AS ("
        "    (SELECT parked_on FROM fanout.queue WHERE parked_on IS NOT NULL ORDER BY parked_on LIMIT 1) "
        "    UNION ALL "
        "    SELECT n.parked_on FROM parked p, LATERAL (SELECT x.parked_on FROM fanout.queue x "
        "        WHERE x.parked_on > p.parked_on ORDER BY x.parked_on LIMIT 1) n) "
        "SELECT p.parked_on, l.limit_id IS NULL FROM parked p "
        "LEFT JOIN fanout.limits l ON l.limit_id = p.parked_on "
        "WHERE NOT EXISTS (SELECT FROM fanout.pauses x WHERE x.pause_id = p.parked_on)",
        {});
    std::vector<int64_t> ids, gone;
    {
        rows found = find.run({});
        for (size_t i = 0; i < found.size(); ++i)
            (found.boolean(i, 2) ? gone : ids).push_back(found.int8(i, 1));
    }
    const TimestampTz now = engine_clock();
    parked_rows of_gone;
    for (int64_t id : gone) lock_parked(id, no_bound, of_gone);
    unpark(of_gone);
    if (!ids.empty()) let_in(lock_free_limits(ids), now);
}

/// Those that nothing will ask for any more. A run that has failed or was cancelled may be resumed: of its
/// steps those caps stay that were set, and the others are made again by what their definition says.
void remove_caps_of_ended_steps() {
    static statement remove(
        "DELETE FROM fanout.limits WHERE limit_id = ANY (ARRAY("
        "    SELECT l.limit_id FROM fanout.limits l WHERE l.state_id IS NOT NULL AND NOT EXISTS ("
        "        SELECT FROM fanout.step_states s JOIN fanout.runs r USING (run_id) JOIN fanout.steps t USING (step_id) "
        "        WHERE s.state_id = l.state_id AND s.status <> 'completed' AND r.status <> 'completed' "
        "        AND (s.status IN ('created', 'started') AND r.status = 'started' "
        "             OR l.max_concurrency IS DISTINCT FROM t.max_concurrency)) FOR UPDATE SKIP LOCKED))",
        {});
    remove.run({});
}

}  // namespace

void maintain_limits() {
    static statement any("SELECT FROM fanout.limits LIMIT 1", {});
    static statement any_parked("SELECT FROM fanout.queue WHERE parked_on IS NOT NULL LIMIT 1", {});
    if (!any.run({}).empty()) {
        remove_caps_of_ended_steps();
        recount();
    }
    if (!any_parked.run({}).empty()) let_in_all();
}

void remove_step_caps(const std::vector<int64_t>& state_ids) {
    static statement remove("DELETE FROM fanout.limits WHERE state_id = ANY ($1)", {INT8ARRAYOID});
    remove.run({param::int8_array(state_ids)});
}

void remove_defined_caps(const std::map<int64_t, int32_t>& defined) {
    static statement remove(
        "DELETE FROM fanout.limits WHERE limit_id = ANY (ARRAY("
        "    SELECT l.limit_id FROM unnest($1, $2) AS d (state_id, max_concurrency) "
        "      JOIN fanout.limits l ON l.state_id = d.state_id AND l.max_concurrency = d.max_concurrency "
        "     ORDER BY l.limit_id FOR UPDATE OF l))",
        {INT8ARRAYOID, INT4ARRAYOID});
    if (defined.empty()) return;
    std::vector<int64_t> state_ids;
    std::vector<int32_t> caps;
    for (const auto& [state_id, cap] : defined) {
        state_ids.push_back(state_id);
        caps.push_back(cap);
    }
    check_lock_order(lock_phase::limits);
    remove.run({param::int8_array(state_ids), param::int4_array(caps)});
}

}  // namespace fanout
