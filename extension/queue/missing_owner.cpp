#include "queue/missing_owner.hpp"

#include "postgres/statement.hpp"

namespace fanout {

void put_aside_unowned(const std::vector<int64_t>& queue_ids) {
    static statement write(
        "UPDATE fanout.queue SET available_at = 'infinity', expires_at = NULL, parked_on = NULL, "
        "    unowned = true WHERE queue_id = ANY ($1)",
        {INT8ARRAYOID});
    if (!queue_ids.empty()) write.run({param::int8_array(queue_ids)});
}

void let_in_owned(TimestampTz now) {
    // Only what waits for a worker expires, and its time begins anew.
    static statement write(
        "UPDATE fanout.queue q SET unowned = NULL, available_at = $1, "
        "    expires_at = CASE q.kind WHEN 'task' THEN $1 + "
        "        (SELECT t.schedule_timeout FROM fanout.step_states s JOIN fanout.steps t USING (step_id) "
        "          WHERE s.state_id = q.state_id) END "
        "WHERE q.queue_id = ANY (ARRAY("
        "    SELECT u.queue_id FROM fanout.queue u JOIN fanout.step_states s USING (state_id) JOIN fanout.runs r USING (run_id) "
        "     WHERE u.unowned AND r.owner::oid <> 0 FOR UPDATE OF u SKIP LOCKED))",
        {TIMESTAMPTZOID});
    write.run({param::time(now)});
}

}  // namespace fanout
