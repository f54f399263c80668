#include "queue/waiting_priority.hpp"

#include "queue/entry_mark.hpp"

namespace fanout {
namespace {

#define ROWS_OF_ANOTHER_PRIORITY                                                                             \
    "FROM fanout.runs r JOIN fanout.step_states s ON s.run_id = r.run_id "                                   \
    "JOIN fanout.steps t ON t.step_id = s.step_id JOIN fanout.queue q ON q.state_id = s.state_id "           \
    "WHERE r.run_id = ANY ($1) AND q.worker_id IS NULL AND q.priority <> r.priority + t.priority "

/// Those that nobody else has locked move.
void move_free_rows(const parameter& run_ids) {
    static statement lock(
        "SELECT q.queue_id, q.queue, q.handler, r.priority + t.priority " ROWS_OF_ANOTHER_PRIORITY
        "FOR UPDATE OF q SKIP LOCKED",
        {UUIDARRAYOID});
    // With a new id each, as all that moves: under the old one its versions would pile up in the primary key. What has
    // waited behind those of the new priority doesn't catch up with them.
    static statement write(
        "UPDATE fanout.queue q SET queue_id = fanout.next_queue_id(), priority = u.priority, "
        "    virtual_time = greatest(q.virtual_time, u.return_time) "
        "FROM unnest($1, $2, $3) AS u (queue_id, priority, return_time) WHERE q.queue_id = u.queue_id",
        {INT8ARRAYOID, INT4ARRAYOID, INT8ARRAYOID});
    const rows found = lock.run({run_ids});
    return_times time;
    std::vector<int64_t> ids, times;
    std::vector<int32_t> priorities;
    for (size_t i = 0; i < found.size(); ++i) {
        ids.push_back(found.int8(i, 1));
        priorities.push_back(found.int4(i, 4));
        times.push_back(time.of({found.text(i, 2), found.text(i, 3), found.int4(i, 4)}));
    }
    if (!ids.empty())
        write.run({param::int8_array(ids), param::int4_array(priorities), param::int8_array(times)});
}

}  // namespace

bool reorder_waiting_rows(const std::vector<pg_uuid_t>& run_ids) {
    static statement left("SELECT " ROWS_OF_ANOTHER_PRIORITY "LIMIT 1", {UUIDARRAYOID});
    const parameter runs = param::uuid_array(run_ids);
    move_free_rows(runs);
    return left.run({runs}).empty();
}

#undef ROWS_OF_ANOTHER_PRIORITY

}  // namespace fanout
