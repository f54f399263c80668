#include "queue/rows_of_runs.hpp"

namespace fanout {

std::vector<pg_uuid_t> discard_waiting_rows(const std::vector<pg_uuid_t>& run_ids) {
    static statement discard(
        "DELETE FROM fanout.queue WHERE queue_id = ANY (ARRAY(SELECT q.queue_id FROM fanout.step_states s "
        "JOIN fanout.queue q ON q.state_id = s.state_id WHERE s.run_id = ANY ($1) AND q.worker_id IS NULL "
        "FOR UPDATE OF q SKIP LOCKED))",
        {UUIDARRAYOID});
    static statement left("SELECT DISTINCT s.run_id FROM fanout.step_states s "
                          "JOIN fanout.queue q ON q.state_id = s.state_id WHERE s.run_id = ANY ($1)",
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
        "DELETE FROM fanout.queue WHERE queue_id = ANY (ARRAY(SELECT q.queue_id FROM fanout.step_states s "
        "JOIN fanout.queue q ON q.state_id = s.state_id WHERE s.run_id = $1 FOR UPDATE OF q SKIP LOCKED)) "
        "RETURNING state_id, CASE WHEN worker_id IS NOT NULL AND kind = 'task' OR kind = 'child' THEN width ELSE 0 END",
        {UUIDOID});
    rows removed = remove.run({param::uuid(run_id)});
    for (size_t i = 0; i < removed.size(); ++i) {
        if (removed.int4(i, 2) > 0) freed_slots[removed.int8(i, 1)] += removed.int4(i, 2);
    }
}

bool has_rows(const pg_uuid_t& run_id) {
    static statement find("SELECT FROM fanout.step_states s JOIN fanout.queue q ON q.state_id = s.state_id "
                          "WHERE s.run_id = $1 LIMIT 1",
                          {UUIDOID});
    return !find.run({param::uuid(run_id)}).empty();
}

}  // namespace fanout
