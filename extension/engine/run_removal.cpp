#include "engine/run_removal.hpp"

#include "engine/retry_budget.hpp"
#include "engine/stripes.hpp"
#include "queue/limit.hpp"
#include "runs/progress.hpp"
#include "runs/results.hpp"
#include "runs/tasks.hpp"

namespace fanout {

void remove_run(const pg_uuid_t& run_id, int generation) {
    static statement remove_states("DELETE FROM fanout.step_states WHERE run_id = $1", {UUIDOID});
    static statement remove("DELETE FROM fanout.runs WHERE run_id = $1", {UUIDOID});
    remove_tasks(run_id, generation);
    remove_results(run_id, generation);
    remove_progress(run_id);
    remove_step_caps(run_id);
    remove_stripes_of_run(run_id);
    remove_retry_budgets(run_id);
    remove_states.run({param::uuid(run_id)});
    remove.run({param::uuid(run_id)});
}

}  // namespace fanout
