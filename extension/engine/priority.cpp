#include "engine/priority.hpp"

#include "engine/family.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/lock_order.hpp"
#include "postgres/sleep.hpp"
#include "queue/waiting_priority.hpp"
#include "runs/state.hpp"

namespace fanout {

bool hand_down_priority(const pg_uuid_t& run_id, int32_t priority) {
    // In no order, so nobody is waited for.
    static statement write("UPDATE fanout.runs SET priority = $2 WHERE run_id = ANY (ARRAY("
                           "    SELECT run_id FROM fanout.runs WHERE run_id = ANY ($1) AND priority <> $2 "
                           "    FOR NO KEY UPDATE SKIP LOCKED))",
                           {UUIDARRAYOID, INT4OID});
    static statement left("SELECT FROM fanout.runs WHERE run_id = ANY ($1) AND priority <> $2 LIMIT 1",
                          {UUIDARRAYOID, INT4OID});
    std::vector<pg_uuid_t> runs = started_descendants(run_id);
    const parameter below = param::uuid_array(runs), to = param::int4(priority);
    if (!runs.empty()) write.run({below, to});
    const bool missed_runs = !runs.empty() && !left.run({below, to}).empty();
    runs.push_back(run_id);
    return !reorder_waiting_rows(runs) || missed_runs;
}

void set_priority(const pg_uuid_t& run_id, int32_t priority) {
    constexpr int most_looks = 20;
    constexpr long pause_ms = 5;
    static statement write("UPDATE fanout.runs SET priority = $2 WHERE run_id = $1", {UUIDOID, INT4OID});
    check_lock_order(lock_phase::runs, key_of(run_id));
    write.run({param::uuid(run_id), param::int4(priority)});
    // A claim or a completion under way has them locked for milliseconds.
    for (int i = 0; hand_down_priority(run_id, priority); ++i) {
        if (i == most_looks) {
            raise(sqlstate::still_stopping,
                  "run " + uuid_text(run_id) +
                      ": another transaction has locked what waits of it, or a child run",
                  "Try again once that has ended.");
        }
        sleep_ms(pause_ms, "FanoutPriority");
    }
}

}  // namespace fanout
