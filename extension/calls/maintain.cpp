// maintain: takes back the claims of silent workers, and ends tasks and runs that are out of time.
#include "engine/crash.hpp"
#include "engine/family.hpp"
#include "engine/keeping.hpp"
#include "engine/outcomes.hpp"
#include "engine/overdue.hpp"
#include "engine/overdue_runs.hpp"
#include "postgres/entry.hpp"
#include "postgres/halves.hpp"
#include "postgres/lock_order.hpp"
#include "postgres/patience.hpp"
#include "postgres/settings.hpp"
#include "queue/due_rows.hpp"
#include "queue/heartbeats.hpp"
#include "queue/home.hpp"
#include "queue/internal_row.hpp"
#include "queue/limit.hpp"
#include "queue/missing_owner.hpp"
#include "queue/pauses.hpp"
#include "queue/worker.hpp"
#include "runs/progress.hpp"
#include "runs/stored_bytes.hpp"

namespace fanout {
namespace {

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

/// Logs an error of work for many owners, which goes on without it.
void log_failure(const std::string& what, const pg_error& error) {
    warn("maintain: " + what + ": " + error.description());
}

/// A claim that is to be taken back, or a queue row of tasks that are to fail.
struct overdue_row {
    queue_row row;
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
        (o.is_orphan ? orphans : held).emplace(o.row.queue_id, o.row);
        failures.insert(failures.end(), o.failures.begin(), o.failures.end());
    }
    const auto ended = static_cast<int64_t>(orphans.size() + failures.size());
    change_set changes;
    for (outcome& o : take_back_crashed(orphans, "its worker was lost", changes))
        failures.push_back(std::move(o));
    held.merge(orphans);
    settle(held, std::move(failures), changes, waits);
    for (const auto& [id, c] : held) {
        if (c.worker_id != 0 && c.indexes.empty()) tell_gone_claim(c.worker_id, id);
    }
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
            fail_step_of_row(o.row.queue_id, "its tasks can't be taken back: " + error.description());
        });
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
    attempt("forgetting pauses", without_result([] { forget_pauses_of_ended_runs(); }));
    attempt("maintaining limits", without_result([] { maintain_limits(); }));
    attempt("measuring stored bytes", without_result([] { measure_stored_bytes(); }));
    attempt("removing runs whose time is up", without_result([&] { remove_expired_runs(now); }));
    // Late: who ends such a task waits for these rows until the transaction ends.
    attempt("forgetting progress", without_result([] { forget_progress_of_completed_runs(); }));
    attempt("turning generations", without_result([&] { turn_generations(now); }));
    return Int64GetDatum(ended);
}
