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
    std::optional<std::string> sql_function, sql_search_path;
    int32_t priority;  ///< the run's and the step's together
    std::optional<std::string> fair_key;
    Oid owner;

    // Where its items come from.
    std::optional<std::string> fanout_from, source_function, source_search_path, fanout_path;
    std::optional<std::vector<std::string>> context;
    bool has_context;  ///< whether its tasks may get more than their items
    int32_t batch_size;
    int32_t max_buffered;
    bool is_open;                               ///< a stream that more may be pushed to
    std::optional<int64_t> pipelined_state_id;  ///< whose results are its items, each as it comes

    // Counters.
    bool has_tasks;  ///< whether it has got its tasks, perhaps none
    int32_t total_tasks, total_items, failed_items;
    int32_t stripe_width;  ///< 0 until it has stripes

    // What becomes of attempts and failures.
    int32_t max_attempts;
    int64_t base_delay_us, max_delay_us;
    Datum timeout;  ///< an interval
    std::optional<Datum> heartbeat_timeout, schedule_timeout;
    std::optional<int64_t> heartbeat_timeout_us, schedule_timeout_us;
    int64_t start_delay_us;
    std::optional<int32_t> retry_budget;
    bool collects;
    bool has_tolerance;
    bool counts_only;    ///< its output is counts, not an array
    bool builds_output;  ///< whether anything needs its array
    bool feeds_steps;    ///< whether steps are pipelined over it

    // What holds it back.
    std::optional<int32_t> max_concurrency;  ///< by its definition
    std::vector<int64_t> limit_ids;          ///< its own cap, and the limits that it names; sorted

    bool is_stream() const { return fanout_from == "stream"; }
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
