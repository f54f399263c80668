// maintain: takes back the claims of silent workers, and ends tasks and runs that are out of time.
#include "crash.hpp"
#include "due_rows.hpp"
#include "family.hpp"
#include "fanout.hpp"
#include "limit.hpp"
#include "overdue.hpp"
#include "progress.hpp"
#include "worker.hpp"

namespace fanout {
namespace {

/// Suspicion comes first, shortly before the lease ends: after a restart of the server every worker has been
/// silent, and those that live get an interval to say so.
void suspect_silent_workers(TimestampTz now) {
    static statement suspect(
        "UPDATE fanout.heartbeats SET suspect_since = $1 WHERE worker_id = ANY (ARRAY("
        "SELECT worker_id FROM fanout.heartbeats WHERE suspect_since IS NULL AND seen_at < $2 "
        "FOR UPDATE SKIP LOCKED))",
        {TIMESTAMPTZOID, TIMESTAMPTZOID});
    suspect.run({param::time(now), param::time(now - lease_us() + heartbeat_interval_us())});
}

/// Forgets workers that were suspect at least one heartbeat interval ago and are still silent. One whose
/// exchange is under way is passed over: that waits for its row at the end, with counters locked.
void forget_lost_workers(TimestampTz now) {
    static statement find(
        "SELECT worker_id FROM fanout.heartbeats WHERE suspect_since <= $1 AND seen_at < $2 ORDER BY worker_id",
        {TIMESTAMPTZOID, TIMESTAMPTZOID});
    static statement forget_heartbeat(
        "DELETE FROM fanout.heartbeats WHERE worker_id = (SELECT worker_id FROM fanout.heartbeats "
        "WHERE worker_id = $1 AND suspect_since <= $2 AND seen_at < $3 FOR UPDATE SKIP LOCKED)",
        {INT8OID, TIMESTAMPTZOID, TIMESTAMPTZOID});
    static statement forget("DELETE FROM fanout.workers WHERE worker_id = $1", {INT8OID});
    const parameter suspect_before = param::time(now - heartbeat_interval_us());
    const parameter seen_before = param::time(now - lease_us());
    rows lost = find.run({suspect_before, seen_before});
    for (size_t i = 0; i < lost.size(); ++i) {
        const int64_t worker_id = lost.int8(i, 1);
        if (!try_lock_worker(worker_id)) continue;
        if (!forget_heartbeat.run({param::int8(worker_id), suspect_before, seen_before}).empty()) {
            forget.run({param::int8(worker_id)});
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
    for (const auto& [worker_id, ids] : orphans) held.merge(lock_claims(worker_id, ids));
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

/// Ends what can't go on, all of it at once, so that counters, states and runs are taken in their order.
/// Returns how many claims were taken back and tasks failed.
int64_t end_overdue_tasks(TimestampTz now) {
    change_set changes;
    failing_tasks found;
    found.held = lock_orphaned_claims();
    auto ended = static_cast<int64_t>(found.held.size());
    found.failures = take_back_crashed(found.held, "its worker was lost", changes);
    const size_t of_lost_workers = found.failures.size();
    find_silent_tasks(found, now);
    find_unfinished_tasks(found, now);
    find_expired_tasks(found, now);
    ended += static_cast<int64_t>(found.failures.size() - of_lost_workers);
    record_outcomes(found.held, std::move(found.failures), changes);
    tell_workers(found.held);
    advance(changes, advance_mode::short_work);
    return ended;
}

int64_t expire_runs(TimestampTz now) {
    static statement find("SELECT run_id FROM fanout.runs WHERE status = 'started' AND deadline <= $1 "
                          "ORDER BY run_id FOR UPDATE SKIP LOCKED",
                          {TIMESTAMPTZOID});
    rows found = find.run({param::time(now)});
    for (size_t i = 0; i < found.size(); ++i) {
        end_run(found.uuid(i, 1), "failed", "the run took longer than its flow's run_timeout", std::nullopt);
    }
    return static_cast<int64_t>(found.size());
}

}  // namespace
}  // namespace fanout

using namespace fanout;

/// maintain() returns bigint: claims taken back, tasks failed and runs ended
FANOUT_FUNCTION(fanout_maintain) {
    const TimestampTz now = engine_clock();
    forget_lost_workers(now);
    const int64_t ended = end_overdue_tasks(now);
    suspect_silent_workers(now);
    promote_due_rows();
    const int64_t expired = expire_runs(now) + end_orphans();
    maintain_limits();
    // Last: who ends such a task waits for these rows until the transaction ends.
    forget_progress_of_ended_runs();
    return Int64GetDatum(ended + expired);
}
