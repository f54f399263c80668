// Step states with what their definitions say: what claiming, completing and advancing need to know of them.
#pragma once

#include "spi.hpp"

namespace fanout {

struct step_state {
    int64_t state_id;
    pg_uuid_t run_id;
    int64_t step_id;
    int generation;
    bool run_is_live;  ///< whether anything of the run may still start
    bool is_fanout;
    std::string status, flow_slug, step_slug, handler, queue;
    std::optional<std::string> fanout_from, sql_function, sql_search_path;
    int32_t priority;  ///< the run's and the step's together
    int32_t total_tasks;
    int32_t max_attempts;
    int64_t base_delay_us, max_delay_us;
    Datum timeout;  ///< an interval
    Oid owner;

    /// How messages name it.
    std::string where() const { return "step \"" + step_slug + "\" of flow \"" + flow_slug + "\""; }
};

using step_states = std::map<int64_t, step_state>;

/// Reads the states with these ids, in a statement of its own.
step_states load_states(const std::vector<int64_t>& state_ids);
step_state load_state(int64_t state_id);

/// The state of a run's step; throws unknown_run or unknown_step.
int64_t find_state(const pg_uuid_t& run_id, const std::string& step_slug);

std::string uuid_text(const pg_uuid_t& value);

}  // namespace fanout
