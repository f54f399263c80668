#include "queue/missing_owner.hpp"

#include "postgres/statement.hpp"

namespace fanout {

void put_aside_unowned(const std::vector<int64_t>& queue_ids) {
    static statement write("UPDATE fanout.queue SET available_at = 'infinity' WHERE queue_id = ANY ($1)",
                           {INT8ARRAYOID});
    if (!queue_ids.empty()) write.run({param::int8_array(queue_ids)});
}

void let_in_owned(TimestampTz now) {
    // What was put aside for another reason has one.
    static statement write(
        "UPDATE fanout.queue SET available_at = $1 WHERE queue_id = ANY (ARRAY("
        "    SELECT q.queue_id FROM fanout.queue q JOIN fanout.step_states s USING (state_id) JOIN fanout.runs r USING (run_id) "
        "     WHERE q.available_at = 'infinity' AND q.parked_on IS NULL AND q.reason IS NULL AND r.owner::oid <> 0 "
        "       FOR UPDATE OF q SKIP LOCKED))",
        {TIMESTAMPTZOID});
    write.run({param::time(now)});
}

}  // namespace fanout
