#include "engine/overdue_runs.hpp"

#include "engine/advance.hpp"
#include "postgres/halves.hpp"
#include "runs/state.hpp"

namespace fanout {
namespace {

/// A run that can't be ended is left alone from now on.
void forget_deadline(const pg_uuid_t& run_id, const pg_error& error) {
    static statement forget("UPDATE fanout.runs SET deadline = NULL WHERE run_id = $1", {UUIDOID});
    warn("maintain: run " + uuid_text(run_id) +
         " took longer than its flow's run_timeout and can't be ended: " + error.description());
    const std::optional<pg_error> again = subtransaction([&] { forget.run({param::uuid(run_id)}); });
    if (again) warn("maintain: nor can its deadline be forgotten: " + again->description());
}

}  // namespace

int64_t expire_runs(TimestampTz now) {
    // In their order; but found by another index than that, which has all runs.
    static statement find(
        "SELECT run_id FROM fanout.runs WHERE run_id = ANY (ARRAY("
        "    SELECT r.run_id FROM fanout.runs r WHERE r.status = 'started' AND r.deadline <= $1)) "
        "AND status = 'started' AND deadline <= $1 ORDER BY run_id FOR UPDATE SKIP LOCKED",
        {TIMESTAMPTZOID});
    std::vector<pg_uuid_t> expired;
    {
        rows found = find.run({param::time(now)});
        for (size_t i = 0; i < found.size(); ++i) expired.push_back(found.uuid(i, 1));
    }
    int subtransactions = most_subtransactions;
    int64_t ended = 0;
    in_halves<pg_uuid_t>(
        expired, subtransactions,
        [&](std::span<const pg_uuid_t> some) {
            for (const pg_uuid_t& run_id : some)
                end_run(run_id, run_status::failed, "the run took longer than its flow's run_timeout",
                        std::nullopt);
            ended += static_cast<int64_t>(some.size());
        },
        forget_deadline);
    return ended;
}

}  // namespace fanout
