// adopt_copy: a copy of a database goes on in the place of the original.
#include "postgres/entry.hpp"
#include "postgres/halves.hpp"
#include "postgres/lock_order.hpp"
#include "queue/claims.hpp"
#include "queue/fair_key.hpp"
#include "queue/home.hpp"
#include "queue/internal_row.hpp"
#include "queue/worker.hpp"

namespace fanout {
namespace {

std::vector<queue_row> lock_all_claims() {
    static statement find(
        "SELECT queue_id, worker_id FROM fanout.queue WHERE worker_id IS NOT NULL ORDER BY queue_id", {});
    std::map<int64_t, std::vector<int64_t>> by_worker;
    {
        rows found = find.run({});
        for (size_t i = 0; i < found.size(); ++i) by_worker[found.int8(i, 2)].push_back(found.int8(i, 1));
    }
    std::vector<queue_row> result;
    for (const auto& [worker_id, ids] : by_worker) {
        for (auto& [id, c] : lock_claims(worker_id, ids, nullptr).held) result.push_back(std::move(c));
    }
    return result;
}

/// They are of many owners, and one that can't be put back is its own step's failure.
void give_back_all_claims() {
    const std::vector<queue_row> all = lock_all_claims();
    int subtransactions = most_subtransactions;
    in_halves<queue_row>(
        all, subtransactions,
        [](std::span<const queue_row> some) {
            const lock_order_scope part;
            claims held;
            for (const queue_row& c : some) held.emplace(c.queue_id, c);
            give_back(held);
        },
        [](const queue_row& c, const pg_error& error) {
            fail_step_of_row(c.queue_id, "its tasks can't be given back: " + error.description());
        });
}

void tell_missing_owners() {
    static statement find(
        "SELECT string_agg(DISTINCT owner::text, ', ') FROM fanout.flows WHERE owner::oid = 0", {});
    const std::optional<std::string> missing = find.run({}).optional_text(0, 1);
    if (!missing) return;
    warn("owners of flows are not here: " + *missing,
         "Their runs wait until fanout.reassign_flows gives them to other roles.");
}

/// As where a restore has gone on after the runs could not be loaded.
void tell_missing_runs() {
    static statement count("SELECT count(*) FROM fanout.step_states s WHERE NOT EXISTS ("
                           "    SELECT FROM fanout.runs r WHERE r.run_id = s.run_id)",
                           {});
    const int64_t missing = count.run({}).int8(0, 1);
    if (missing == 0) return;
    warn(std::to_string(missing) + " steps are of runs that are not here: the restore has lost rows",
         "Look at what pg_restore said, and restore into another database. Columns of your own have to be in "
         "fanout's tables before.");
}

}  // namespace
}  // namespace fanout

using namespace fanout;

/// adopt_copy() returns boolean: whether it was one
FANOUT_FUNCTION(fanout_adopt_copy) {
    pg_call([] { SPI_execute("LOCK TABLE fanout.homes IN SHARE ROW EXCLUSIVE MODE", false, 0); });
    if (!is_copy()) return BoolGetDatum(false);
    forget_all_workers();
    give_back_all_claims();
    renew_fair_owners();
    move_in();
    tell_missing_owners();
    tell_missing_runs();
    return BoolGetDatum(true);
}
