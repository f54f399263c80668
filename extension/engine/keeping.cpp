#include "engine/keeping.hpp"

#include "engine/run_end.hpp"
#include "engine/run_removal.hpp"
#include "flows/own_flow_slug.hpp"
#include "postgres/call_budget.hpp"
#include "postgres/object_lock.hpp"
#include "postgres/settings.hpp"
#include "queue/rows_of_runs.hpp"
#include "runs/ended_roots.hpp"
#include "runs/generations.hpp"
#include "runs/state.hpp"

#include <algorithm>
#include <span>

namespace fanout {
namespace {

/// A retention in minutes, as flows have it: -1 is for ever there, too.
parameter as_interval(Interval& of, int minutes) {
    of = {};
    of.time = minutes < 0 ? -USECS_PER_SEC : minutes * USECS_PER_MINUTE;
    return param::datum(IntervalPGetDatum(&of));
}

/// More than one call removes: what is locked, or is needed below them, holds up nothing behind.
constexpr size_t most_roots = 10000;

/// By flow and status, for those that aren't kept for ever.
std::vector<ended_runs> expired_runs(TimestampTz now) {
    static statement find(
        "SELECT f.flow_id, u.status, $1 - k.retention FROM fanout.flows f "
        "CROSS JOIN (VALUES ('completed', false), ('cancelled', false), ('failed', true)) u (status, has_failed) "
        "CROSS JOIN LATERAL (SELECT coalesce(CASE WHEN u.has_failed THEN f.retention_failed ELSE f.retention END, "
        "                                    CASE WHEN u.has_failed THEN $3 ELSE $2 END)) k (retention) "
        "WHERE k.retention > '0'",
        {TIMESTAMPTZOID, INTERVALOID, INTERVALOID});
    Interval usual, failed;
    return read_ended_runs(find.run({param::time(now), as_interval(usual, retention_minutes()),
                                     as_interval(failed, retention_failed_minutes())}));
}

/// Nobody else does the same at the same time: who comes second finds nothing to do.
bool lock_keeping() {
    return object_lock("runs", "keeping").try_to_take(ExclusiveLock);
}

/// Whether it is time for another look: once a minute, which is what retentions are counted in, and at once
/// where the last one left something to do.
class pause {
public:
    bool is_over(TimestampTz now) const { return now >= until_ || now < until_ - length_us; }
    void begin(TimestampTz now, bool is_done) { until_ = is_done ? now + length_us : now; }

private:
    static constexpr int64_t length_us = USECS_PER_MINUTE;

    TimestampTz until_ = 0;
};

}  // namespace

void remove_expired_runs(TimestampTz now) {
    constexpr size_t most_at_once = 100;
    static pause between;
    if (!between.is_over(now) || !lock_keeping()) return;
    const family_removal removal;
    const size_t most = most_roots + removal.needed_count();
    const std::vector<pg_uuid_t> found = find_ended_roots(expired_runs(now), most),
                                 roots = removal.without_needed(found);
    std::span<const pg_uuid_t> rest = roots;
    int64_t removed = 0;
    // From now on: however long it took to find them, some go.
    for (const call_budget budget; !rest.empty() && !budget.is_spent();) {
        const auto next = rest.first(std::min(most_at_once, rest.size()));
        removed += removal.remove({next.begin(), next.end()});
        rest = rest.subspan(next.size());
    }
    drop_own_flows_without_runs();
    // What could not be removed is locked, or needed: it has time.
    between.begin(now, removed == 0 || (rest.empty() && found.size() < most));
}

namespace {

/// How long runs start in one generation: an eighth of a retention, so that what has been removed is given back
/// soon after, and half of the ring is left for what is kept longer. An hour at least: each turn costs a look at
/// all of them. Nothing where all is kept for ever.
std::optional<int64_t> longest_us() {
    constexpr int64_t parts = 8;
    std::optional<int64_t> shortest;
    for (const int minutes : {retention_minutes(), retention_failed_minutes()}) {
        const int64_t us = minutes * USECS_PER_MINUTE;
        if (minutes > 0) shortest = std::min(shortest.value_or(us), us);
    }
    if (!shortest) return std::nullopt;
    return std::max<int64_t>(*shortest / parts, USECS_PER_HOUR);
}

/// Whether a generation is large enough to end before its time: where runs are kept for ever, or short, it is
/// what `prune` and flows of their own retention leave that is given back sooner so. A gigabyte is truncated in
/// a moment, and copied in some seconds where an eighth of it is kept. As long as more than half of the ring is
/// blank: the rest is for those that end in time.
bool is_large(int generation) {
    constexpr int64_t large = int64_t{1} << 30;
    int blank = 0;
    for (int other = 0; other < generation_count; ++other) blank += is_blank(other);
    return blank > generation_count / 2 && generation_bytes(generation) > large;
}

bool is_to_end(int generation, TimestampTz now) {
    const TimestampTz began = current_generation_began(now);
    if (is_blank(generation)) return false;
    if (const auto longest = longest_us(); longest && now - began >= *longest) return true;
    return !has_runs(generation) || is_large(generation);
}

/// The next one, in the order of the ring, that is blank and has no run: nothing where all are in use.
std::optional<int> next_blank(int current) {
    for (int next = next_generation(current); next != current; next = next_generation(next)) {
        if (is_blank(next) && !has_runs(next)) return next;
    }
    return std::nullopt;
}

bool has_open_runs(int generation) {
    static statement find("SELECT FROM fanout.runs WHERE status = 'started' AND generation = $1 LIMIT 1",
                          {INT2OID});
    return !find.run({param::int2(static_cast<int16_t>(generation))}).empty();
}

/// Whether what is left in it is worth copying: what is given back by that is seven times as much.
bool is_mostly_garbage(int generation) {
    constexpr double most_kept = 0.125;
    return kept_part(generation) <= most_kept;
}

/// Whether it is worth it to copy what is kept in the oldest one, however much that is, so that this one can
/// end: else its garbage would never be given back.
bool is_half_garbage(int generation) {
    constexpr double most_kept = 0.5;
    return kept_part(generation) <= most_kept;
}

bool is_large_run(const pg_uuid_t& run_id) {
    // Some seconds' worth.
    static statement count(
        "SELECT coalesce(sum(total_tasks), 0) > 100000 FROM fanout.step_states WHERE run_id = $1", {UUIDOID});
    return count.run({param::uuid(run_id)}).boolean(0, 1);
}

/// Whether nobody waits for this transaction: it has written nothing, and locked no row.
bool holds_nobody_up() {
    return pg_call([] { return !TransactionIdIsValid(GetTopTransactionIdIfAny()); });
}

/// Moves an ended run to another generation. Under its locks: who resumes it, or settles or retries a task of it,
/// waits before looking where its rows are, and nobody else writes rows of a run that has nothing in the queue,
/// and no child whose end may be about to come there. Returns false where that would hold others up now.
bool move_run(const pg_uuid_t& run_id, int from, int to) {
    static statement lock(
        "SELECT FROM fanout.runs r WHERE r.run_id = $1 AND r.status <> 'started' AND r.generation = $2 "
        "AND NOT EXISTS (SELECT FROM fanout.runs c WHERE c.status = 'started' AND c.parent_state_id = ANY (ARRAY("
        "    SELECT s.state_id FROM fanout.step_states s WHERE s.run_id = $1))) FOR UPDATE SKIP LOCKED",
        {UUIDOID, INT2OID});
    static statement write("UPDATE fanout.runs SET generation = $2 WHERE run_id = $1", {UUIDOID, INT2OID});
    if (is_large_run(run_id) && !holds_nobody_up()) return false;
    if (!lock_of_run(run_id).try_to_take(ExclusiveLock)) return true;
    if (lock.run({param::uuid(run_id), param::int2(static_cast<int16_t>(from))}).empty()) return true;
    if (!discard_waiting_rows({run_id}).empty()) return true;
    copy_rows(find_states(run_id), from, to);
    write.run({param::uuid(run_id), param::int2(static_cast<int16_t>(to))});
    return true;
}

/// Returns whether there is nothing left that could be moved at once.
bool move_kept_runs(int from, int to, const call_budget& budget) {
    // A lock each, of which a server has some thousands.
    constexpr size_t most = 100;
    static statement find(
        "SELECT run_id FROM fanout.runs WHERE generation = $1 AND status <> 'started' LIMIT $2",
        {INT2OID, INT8OID});
    const std::vector<pg_uuid_t> kept =
        find.run({param::int2(static_cast<int16_t>(from)), param::int8(most)}).uuid_column(1);
    bool is_done = kept.size() < most;
    for (const pg_uuid_t& run_id : kept) {
        if (budget.is_spent()) return false;
        is_done = move_run(run_id, from, to) && is_done;
    }
    return is_done;
}

}  // namespace

void turn_generations(TimestampTz now) {
    static pause between;
    // What is moved is read after its lock, which takes a snapshot of its own.
    if (IsolationUsesXactSnapshot()) return;
    if (!between.is_over(now) || !lock_keeping()) return;
    const call_budget budget;
    const int last = current_generation();
    const std::optional<int> blank = next_blank(last);
    const bool ends = is_to_end(last, now);
    if (ends && blank) begin_generation(*blank, now);
    bool is_short = ends && !blank && is_half_garbage(last), is_done = true;
    const int current = current_generation();
    // From the oldest one on.
    for (int old = next_generation(current); old != current; old = next_generation(old)) {
        if (has_runs(old)) {
            if (has_open_runs(old) || !(is_short || is_mostly_garbage(old))) continue;
            is_done = move_kept_runs(old, current, budget) && is_done;
            is_short = false;
        } else if (!is_blank(old)) {
            (void)truncate_generation(old);
        }
    }
    between.begin(now, is_done);
}

}  // namespace fanout
