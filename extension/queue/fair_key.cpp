#include "queue/fair_key.hpp"

#include "postgres/statement.hpp"

#include <algorithm>

namespace fanout {
namespace {

/// Whether another row of the key begins where this one has come to.
bool meets_next(const queue_row& rest, int64_t virtual_time) {
    static statement find(
        "SELECT virtual_time <= $6 FROM fanout.queue WHERE fair_owner = $7 AND fair_key = $1 AND queue = $2 "
        "AND handler = $3 AND worker_id IS NULL AND virtual_time >= $4 AND queue_id <> $5 ORDER BY virtual_time LIMIT 1",
        {TEXTOID, TEXTOID, TEXTOID, INT8OID, INT8OID, INT8OID, OIDOID});
    rows next = find.run({param::text(*rest.fair_key), param::text(rest.queue), param::text(rest.handler),
                          param::int8(rest.virtual_time), param::int8(rest.queue_id),
                          param::int8(virtual_time), param::oid(rest.fair_owner)});
    return !next.empty() && next.boolean(0, 1);
}

}  // namespace

int64_t end_of_line(const queue_row& row) {
    static statement find(
        "SELECT virtual_time + least(width, $4) FROM fanout.queue "
        "WHERE fair_owner = $5 AND fair_key = $1 AND queue = $2 AND handler = $3 AND worker_id IS NULL "
        "ORDER BY virtual_time DESC LIMIT 1",
        {TEXTOID, TEXTOID, TEXTOID, INT4OID, OIDOID});
    if (!row.fair_key) return 0;
    rows last = find.run({param::text(*row.fair_key), param::text(row.queue), param::text(row.handler),
                          param::int4(longest_stretch), param::oid(row.fair_owner)});
    return last.empty() ? 0 : last.int8(0, 1);
}

int64_t place_after_claim(const queue_row& rest, int64_t count) {
    const int64_t own = rest.virtual_time + count * rest.virtual_step;
    if (!rest.fair_key || !meets_next(rest, own)) return own;
    return std::max(own, end_of_line(rest));
}

void move_to_end_of_line(const std::vector<int64_t>& queue_ids) {
    static statement move(
        "UPDATE fanout.queue q SET virtual_time = greatest(q.virtual_time, ("
        "    SELECT x.virtual_time + least(x.width, $2) FROM fanout.queue x "
        "     WHERE x.fair_owner = q.fair_owner AND x.fair_key = q.fair_key AND x.queue = q.queue AND x.handler = q.handler "
        "       AND x.worker_id IS NULL AND x.queue_id <> q.queue_id ORDER BY x.virtual_time DESC LIMIT 1)) "
        "WHERE q.queue_id = $1 AND q.fair_key IS NOT NULL",
        {INT8OID, INT4OID});
    // One after the other, each behind the one before.
    for (int64_t id : queue_ids) move.run({param::int8(id), param::int4(longest_stretch)});
}

void renew_fair_owners() {
    static statement renew(
        "UPDATE fanout.queue q SET fair_owner = r.owner::oid FROM fanout.step_states s "
        "JOIN fanout.runs r USING (run_id) "
        "WHERE s.state_id = q.state_id AND q.fair_key IS NOT NULL AND q.fair_owner <> r.owner::oid",
        {});
    renew.run({});
}

void hand_over_lines(const std::string& from, Oid to) {
    static statement write(
        "UPDATE fanout.queue SET fair_owner = $2 WHERE queue_id = ANY (ARRAY("
        "    SELECT q.queue_id FROM fanout.queue q JOIN fanout.step_states s USING (state_id) JOIN fanout.runs r USING (run_id) "
        "     WHERE q.fair_key IS NOT NULL AND r.owner::text = $1 FOR UPDATE OF q SKIP LOCKED))",
        {TEXTOID, OIDOID});
    write.run({param::text(from), param::oid(to)});
}

}  // namespace fanout
