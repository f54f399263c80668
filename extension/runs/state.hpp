// Step states with what their definitions say: what claiming, completing and advancing need to know of them.
#pragma once

#include "flows/definition.hpp"
#include "postgres/index_scan.hpp"
#include "runs/status.hpp"

#include <set>

namespace fanout {

struct step_state : step_definition {
    explicit step_state(const step_definition& definition) : step_definition(definition) {}

    int64_t state_id;
    pg_uuid_t run_id;
    int generation;
    bool run_is_live;  ///< whether anything of the run may still start
    step_status status;
    int32_t priority;  ///< the run's and the step's together
    std::optional<std::string> fair_key;
    std::optional<int64_t> pipelined_state_id;  ///< of pipelined_step_id
    std::vector<int64_t> limit_ids;             ///< its own cap, and the limits that it names; sorted

    // Counters.
    int32_t remaining_deps, open_stripes;
    bool is_open;                ///< a stream that more may be pushed to
    bool has_own_input = false;  ///< of a single step, whose task was given another input
    bool retries_alone = false;  ///< only tasks that were retried run, since others have failed; or did last
    int16_t first_attempt = 1;   ///< at its tasks: more where it has begun anew, after those that there were
    bool has_tasks;              ///< whether it has got its tasks, perhaps none
    int32_t total_tasks, total_items, failed_items;
    int32_t stripe_width;  ///< 0 until it has stripes

    /// How many attempts at a task that is since the step has begun.
    int attempts_since_begun(int16_t attempt) const { return attempt - first_attempt + 1; }
};

using step_states = std::map<int64_t, step_state>;

/// Those of the states whose runs don't go on, or are gone.
std::set<int64_t> ended_states(const read_snapshot& now, const std::vector<int64_t>& state_ids);

std::vector<int64_t> ids_of(const std::vector<const step_state*>& states);

/// Reads the states with these ids, with a snapshot of its own.
step_states load_states(const std::vector<int64_t>& state_ids);
step_state load_state(int64_t state_id);

std::vector<int64_t> find_states(const pg_uuid_t& run_id);
/// The state of a run's step; throws unknown_run or unknown_step.
int64_t find_state(const pg_uuid_t& run_id, const std::string& step_slug);

std::string uuid_text(const pg_uuid_t& value);

}  // namespace fanout
