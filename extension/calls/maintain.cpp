// maintain: takes back the claims of silent workers, and ends tasks and runs that are out of time.
#include "engine/advance.hpp"
#include "engine/crash.hpp"
#include "engine/family.hpp"
#include "engine/outcomes.hpp"
#include "engine/overdue.hpp"
#include "engine/spawn.hpp"
#include "postgres/entry.hpp"
#include "postgres/halves.hpp"
#include "postgres/lock_order.hpp"
#include "postgres/patience.hpp"
#include "postgres/settings.hpp"
#include "queue/due_rows.hpp"
#include "queue/home.hpp"
#include "queue/internal_row.hpp"
#include "queue/limit.hpp"
#include "queue/missing_owner.hpp"
#include "queue/worker.hpp"
#include "runs/progress.hpp"
#include "runs/stored_bytes.hpp"

namespace fanout {
namespace {

/// The clock was set back since these were heard of: that counts as now, or else a worker that is lost would
/// be waited for until the clock is where it was.
void move_future_heartbeats(TimestampTz now) {
    static statement move(
        "UPDATE fanout.heartbeats SET seen_at = least(seen_at, $1), suspect_since = NULL, "
        "    leased_until = least(seen_at, $1) + (leased_until - seen_at) WHERE worker_id = ANY (ARRAY("
        "SELECT worker_id FROM fanout.heartbeats WHERE seen_at > $2 OR suspect_since > $2 "
        "FOR UPDATE SKIP LOCKED))",
        {TIMESTAMPTZOID, TIMESTAMPTZOID});
    // Others have a time that is a little later than this call's.
    move.run({param::time(now), param::time(now + heartbeat_interval_us())});
}

/// Suspicion comes first, shortly before the lease ends: after a restart of the server every worker has been
/// silent, and those that live get an interval to say so.
void suspect_silent_workers(TimestampTz now) {
    static statement suspect(
        "UPDATE fanout.heartbeats SET suspect_since = $1 WHERE worker_id = ANY (ARRAY("
        "SELECT worker_id FROM fanout.heartbeats WHERE suspect_since IS NULL AND leased_until <= $2 "
        "FOR UPDATE SKIP LOCKED))",
        {TIMESTAMPTZOID, TIMESTAMPTZOID});
    suspect.run({param::time(now), param::time(now + heartbeat_interval_us())});
}

/// Forgets workers that were suspect at least one heartbeat interval ago and whose lease has ended: the one
/// that they were given when they were heard of last, whatever fanout.lease is now. One whose exchange is
/// under way is passed over: that waits for its row at the end, with counters locked. What was suspected
/// before a restart of the server has an interval to be heard of after it.
void forget_lost_workers(TimestampTz now) {
    static statement find(
        "SELECT worker_id FROM fanout.heartbeats WHERE suspect_since <= $1 AND leased_until <= $2 "
        "ORDER BY worker_id",
        {TIMESTAMPTZOID, TIMESTAMPTZOID});
    static statement forget_heartbeat(
        "DELETE FROM fanout.heartbeats WHERE worker_id = (SELECT worker_id FROM fanout.heartbeats "
        "WHERE worker_id = $1 AND suspect_since <= $2 AND leased_until <= $3 FOR UPDATE SKIP LOCKED)",
        {INT8OID, TIMESTAMPTZOID, TIMESTAMPTZOID});
    static statement forget("DELETE FROM fanout.workers WHERE worker_id = $1", {INT8OID});
    static statement forget_exchange("DELETE FROM fanout.exchanges WHERE worker_id = $1", {INT8OID});
    const TimestampTz interval_ago = now - heartbeat_interval_us();
    const bool was_started_in_the_future = PgStartTime > GetCurrentTimestamp();
    if (PgStartTime > interval_ago && !was_started_in_the_future) return;
    const parameter suspect_before = param::time(interval_ago), ended = param::time(now);
    rows lost = find.run({suspect_before, ended});
    for (size_t i = 0; i < lost.size(); ++i) {
        const int64_t worker_id = lost.int8(i, 1);
        if (!try_lock_worker(worker_id)) continue;
        if (!forget_heartbeat.run({param::int8(worker_id), suspect_before, ended}).empty()) {
            forget.run({param::int8(worker_id)});
            forget_exchange.run({param::int8(worker_id)});
        }
    }
}

/// Claims whose worker is gone. One that is locked, by a completion under way, is left for the next look.
claims lock_orphaned_claims() {
    static statement find("SELECT q.queue_id, q.worker_id FROM fanout.queue q WHERE q.worker_id IS NOT NULL "
                          "AND NOT EXISTS (SELECT FROM fanout.workers w WHERE w.worker_id = q.worker_id) "
                          "ORDER BY q.queue_id FOR UPDATE OF q SKIP LOCKED",
                          {});
    std::map<int64_t, std::vector<int64_t>> orphans;  // by worker
    {
        rows found = find.run({});
        for (size_t i = 0; i < found.size(); ++i) orphans[found.int8(i, 2)].push_back(found.int8(i, 1));
    }
    claims held;
    for (const auto& [worker_id, ids] : orphans) held.merge(lock_claims(worker_id, ids, nullptr).held);
    return held;
}

/// Workers that live learn with their next heartbeat which claims they have lost. One whose heartbeat is
/// under way learns it when it hands in the result.
void tell_workers(const claims& held) {
    static statement tell(
        "UPDATE fanout.heartbeats SET gone_claims = gone_claims || $2 WHERE worker_id = "
        "(SELECT worker_id FROM fanout.heartbeats WHERE worker_id = $1 FOR UPDATE SKIP LOCKED)",
        {INT8OID, INT8OID});
    for (const auto& [id, c] : held) {
        if (c.worker_id != 0 && c.indexes.empty()) tell.run({param::int8(c.worker_id), param::int8(id)});
    }
}

/// Logs an error of work for many owners, which goes on without it.
void log_failure(const std::string& what, const pg_error& error) {
    const std::string message = "maintain: " + what + ": " + error.description();
    pg_call([&] { ereport(WARNING, errmsg_internal("%s", message.c_str())); });
}

/// A claim that is to be taken back, or a queue row of tasks that are to fail.
struct overdue_row {
    claim row;
    bool is_orphan;
    std::vector<outcome> failures;
};

std::vector<overdue_row> find_overdue_rows(TimestampTz now) {
    std::vector<overdue_row> result;
    for (auto& [id, c] : lock_orphaned_claims()) result.push_back({c, true, {}});
    failing_tasks found;
    find_silent_tasks(found, now);
    find_unfinished_tasks(found, now);
    find_expired_tasks(found, now);
    std::map<int64_t, std::vector<outcome>> failures;
    for (outcome& o : found.failures) failures[o.claim_id].push_back(std::move(o));
    for (auto& [id, c] : found.held) result.push_back({c, false, std::move(failures[id])});
    return result;
}

/// Ends what can't go on, all of it at once, so that counters, states and runs are taken in their order.
/// Returns how many claims were taken back and tasks failed.
int64_t end_together(std::span<const overdue_row> overdue, patience& waits) {
    claims held, orphans;
    std::vector<outcome> failures;
    for (const overdue_row& o : overdue) {
        (o.is_orphan ? orphans : held).emplace(o.row.claim_id, o.row);
        failures.insert(failures.end(), o.failures.begin(), o.failures.end());
    }
    const auto ended = static_cast<int64_t>(orphans.size() + failures.size());
    change_set changes;
    for (outcome& o : take_back_crashed(orphans, "its worker was lost", changes))
        failures.push_back(std::move(o));
    held.merge(orphans);
    settle(held, std::move(failures), changes, waits);
    tell_workers(held);
    return ended;
}

int64_t end_overdue_tasks(TimestampTz now) {
    const std::vector<overdue_row> overdue = find_overdue_rows(now);
    int subtransactions = most_subtransactions;
    patience waits;
    int64_t ended = 0;
    in_halves<overdue_row>(
        overdue, subtransactions,
        [&](std::span<const overdue_row> some) {
            const lock_order_scope part;
            ended += end_together(some, waits);
        },
        [](const overdue_row& o, const pg_error& error) {
            fail_step_of_row(o.row.claim_id, "its tasks can't be taken back: " + error.description());
        });
    return ended;
}

/// A run that can't be ended is left alone from now on.
void forget_deadline(const pg_uuid_t& run_id, const pg_error& error) {
    static statement forget("UPDATE fanout.runs SET deadline = NULL WHERE run_id = $1", {UUIDOID});
    log_failure("run " + uuid_text(run_id) + " took longer than its flow's run_timeout and can't be ended",
                error);
    const std::optional<pg_error> again = subtransaction([&] { forget.run({param::uuid(run_id)}); });
    if (again) log_failure("nor can its deadline be forgotten", *again);
}

int64_t expire_runs(TimestampTz now) {
    static statement find("SELECT run_id FROM fanout.runs WHERE status = 'started' AND deadline <= $1 "
                          "ORDER BY run_id FOR UPDATE SKIP LOCKED",
                          {TIMESTAMPTZOID});
    std::vector<pg_uuid_t> expired;
    {
        rows found = find.run({param::time(now)});
        for (size_t i = 0; i < found.size(); ++i) expired.push_back(found.uuid(i, 1));
    }
    int subtransactions = most_subtransactions;
    int64_t ended = 0;
    in_halves<pg_uuid_t>(
        expired, subtransactions,
        [&](std::span<const pg_uuid_t> some) {
            for (const pg_uuid_t& run_id : some)
                end_run(run_id, "failed", "the run took longer than its flow's run_timeout", std::nullopt);
            ended += static_cast<int64_t>(some.size());
        },
        forget_deadline);
    return ended;
}

/// One of maintain's jobs: an error of it is no reason not to do the others. Returns what it did.
template <typename Job> int64_t attempt(const char* what, const Job& job) {
    int64_t done = 0;
    const std::optional<pg_error> error = subtransaction([&] { done = job(); });
    if (!error) return done;
    log_failure(what, *error);
    return 0;
}

}  // namespace
}  // namespace fanout

using namespace fanout;

/// maintain() returns bigint: claims taken back, tasks failed and runs ended
FANOUT_FUNCTION(fanout_maintain) {
    refuse_in_copy();
    const TimestampTz now = engine_clock();
    auto without_result = [](auto job) {
        return [job] {
            job();
            return int64_t{0};
        };
    };
    int64_t ended = 0;
    attempt("moving heartbeats", without_result([&] { move_future_heartbeats(now); }));
    attempt("forgetting lost workers", without_result([&] { forget_lost_workers(now); }));
    ended += attempt("ending overdue tasks", [&] { return end_overdue_tasks(now); });
    attempt("suspecting silent workers", without_result([&] { suspect_silent_workers(now); }));
    attempt("letting in tasks whose owner is there again", without_result([&] { let_in_owned(now); }));
    attempt("promoting due tasks", without_result([] { promote_due_rows(); }));
    ended += attempt("ending overdue runs", [&] { return expire_runs(now); });
    ended += attempt("ending child runs", [] { return end_orphans(); });
    attempt("maintaining limits", without_result([] { maintain_limits(); }));
    attempt("measuring stored bytes", without_result([] { measure_stored_bytes(); }));
    // Last: who ends such a task waits for these rows until the transaction ends.
    attempt("forgetting progress", without_result([] { forget_progress_of_ended_runs(); }));
    return Int64GetDatum(ended);
}
