#include "engine/run_owners.hpp"

#include "postgres/lock_order.hpp"

namespace fanout {

void hand_over_runs(const std::string& from, Oid to) {
    static statement write(
        "UPDATE fanout.runs SET owner = $2 WHERE run_id = ANY (ARRAY("
        "SELECT run_id FROM fanout.runs WHERE owner::text = $1 ORDER BY run_id FOR UPDATE))",
        {TEXTOID, OIDOID});
    check_lock_order(lock_phase::runs);
    write.run({param::text(from), param::oid(to)});
}

}  // namespace fanout
