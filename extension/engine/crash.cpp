#include "engine/crash.hpp"

#include "plain/sqlstates.hpp"
#include "postgres/entry.hpp"
#include "postgres/error_text.hpp"
#include "postgres/patience.hpp"
#include "queue/worker.hpp"

namespace fanout {
namespace {

/// The engine's own work has no tasks to halve: a step whose start or finish crashes this often fails.
constexpr int16_t most_internal_crashes = 5;

/// A row that fails its step keeps the reason for that.
void take_back_internal(const queue_row& c, const std::string& reason, change_set& changes) {
    queue_row again = c;
    ++again.errors;
    if (c.kind != queue_kind::fail) again.reason = error_text(reason);
    if (again.errors < most_internal_crashes) {
        requeue(again, c.indexes, c.attempt, 0, false);
    } else {
        state_change& change = changes.states[c.state_id];
        change.error = c.kind == queue_kind::fail
                           ? *c.reason
                           : "its " + std::string(queue_kinds.name_of(c.kind)) + " was given up after " +
                                 std::to_string(again.errors) + " crashes: " + reason;
        change.error_is_final = c.reason_is_final;
    }
    delete_claims({c.queue_id});
}

/// A range comes back in halves, to be claimed alone, until the task that is to blame stands alone: only then
/// an attempt is used up. So no neighbour of a poisonous task loses one.
void halve(const queue_row& c, change_set& changes) {
    index_set upper = c.indexes;
    const index_set lower = upper.take((c.indexes.size() + 1) / 2);
    requeue(c, lower, c.attempt, 0, true);
    requeue(c, upper, c.attempt, 0, true);
    // The end of a child keeps its task's slot.
    if (c.kind == queue_kind::task) changes.freed_slots[c.state_id] += c.indexes.size();
    delete_claims({c.queue_id});
}

}  // namespace

std::vector<outcome> take_back_crashed(claims& held, const std::string& reason, change_set& changes) {
    std::vector<outcome> failures;
    for (auto& [claim_id, c] : held) {
        if (c.kind != queue_kind::task && c.kind != queue_kind::child) {
            take_back_internal(c, reason, changes);
        } else if (c.indexes.size() > 1) {
            halve(c, changes);
        } else {
            failures.push_back({claim_id, c.indexes.ranges().front().lo, 0, reason, false});
        }
    }
    return failures;
}

}  // namespace fanout

using namespace fanout;

/// report_crash(worker_id bigint, claim_id bigint, reason text) returns void
FANOUT_FUNCTION(fanout_report_crash) {
    call.require({{0, "worker_id"}, {1, "claim_id"}, {2, "reason"}}, "report_crash");
    const worker w = load_worker(call.int8(0), call.caller);
    claims held = lock_claim(w.worker_id, call.int8(1));
    if (held.empty()) {
        raise(sqlstate::stale_claim,
              "claim " + std::to_string(call.int8(1)) + " is not worker " + std::to_string(w.worker_id) +
                  "'s",
              "It was taken back or is finished: drop it.");
    }
    change_set changes;
    std::vector<outcome> failures = take_back_crashed(held, call.text(2), changes);
    patience waits;
    settle(held, std::move(failures), changes, waits);
    return 0;
}
