#include "queue/rows_of_runs.hpp"

namespace fanout {

// By the ids of their states, as arrays: a join may be planned as a look at all of the queue.

#define STATES_OF(runs) "ANY (ARRAY(SELECT s.state_id FROM fanout.step_states s WHERE s.run_id = " runs "))"

std::vector<pg_uuid_t> discard_waiting_rows(const std::vector<pg_uuid_t>& run_ids) {
    static statement discard("DELETE FROM fanout.queue WHERE queue_id = ANY (ARRAY("
                             "    SELECT q.queue_id FROM fanout.queue q WHERE q.state_id = " STATES_OF(
                                 "ANY ($1)") " AND q.worker_id IS NULL FOR UPDATE SKIP LOCKED))",
                             {UUIDARRAYOID});
    static statement left(
        "SELECT DISTINCT s.run_id FROM fanout.step_states s WHERE s.state_id = ANY (ARRAY("
        "    SELECT q.state_id FROM fanout.queue q WHERE q.state_id = " STATES_OF("ANY ($1)") "))",
        {UUIDARRAYOID});
    if (run_ids.empty()) return {};
    discard.run({param::uuid_array(run_ids)});
    rows found = left.run({param::uuid_array(run_ids)});
    std::vector<pg_uuid_t> result;
    for (size_t i = 0; i < found.size(); ++i) result.push_back(found.uuid(i, 1));
    return result;
}

void remove_rows_of_run(const pg_uuid_t& run_id, std::map<int64_t, int64_t>& freed_slots) {
    static statement remove(
        "DELETE FROM fanout.queue WHERE queue_id = ANY (ARRAY("
        "    SELECT q.queue_id FROM fanout.queue q WHERE q.state_id = " STATES_OF(
            "$1") " FOR UPDATE SKIP LOCKED)) "
                  "RETURNING state_id, CASE WHEN worker_id IS NOT NULL AND kind = 'task' OR kind = 'child' THEN width ELSE 0 END",
        {UUIDOID});
    rows removed = remove.run({param::uuid(run_id)});
    for (size_t i = 0; i < removed.size(); ++i) {
        if (removed.int4(i, 2) > 0) freed_slots[removed.int8(i, 1)] += removed.int4(i, 2);
    }
}

bool has_rows(const pg_uuid_t& run_id) {
    static statement find("SELECT FROM fanout.queue q WHERE q.state_id = " STATES_OF("$1") " LIMIT 1",
                          {UUIDOID});
    return !find.run({param::uuid(run_id)}).empty();
}

bool has_rows_besides_ends_of_retries(const pg_uuid_t& run_id) {
    static statement find(
        "SELECT FROM fanout.queue q WHERE q.state_id = " STATES_OF(
            "$1") " AND NOT (q.kind = 'finish' AND EXISTS ("
                  "    SELECT FROM fanout.step_states s WHERE s.state_id = q.state_id AND s.retries_alone)) LIMIT 1",
        {UUIDOID});
    return !find.run({param::uuid(run_id)}).empty();
}

#undef STATES_OF

}  // namespace fanout
