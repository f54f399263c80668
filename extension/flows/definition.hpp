// What a step's definition says, kept in the backend: every call on a run needs it, and to read it with
// each state, from steps and flows, is much of what a short run costs. A change is told to all backends, and they
// forget the flow that has changed.
#pragma once

#include "flows/flow.hpp"
#include "postgres/statement.hpp"

#include <memory>

namespace fanout {

struct step_definition {
    int64_t step_id;
    std::string flow_slug, step_slug, handler, queue;
    Oid owner;
    bool is_fanout;
    int32_t step_priority;
    std::optional<std::string> sql_function, sql_search_path;

    // Where its items come from.
    std::optional<std::string> fanout_from, source_function, source_search_path, fanout_path;
    std::optional<std::vector<std::string>> context;
    bool has_context;  ///< whether its tasks may get more than their items
    int32_t batch_size;
    int32_t max_buffered;
    std::optional<int64_t> pipelined_step_id;  ///< the step whose results are its items, each as it comes

    // What becomes of attempts and failures.
    int32_t max_attempts;
    int64_t base_delay_us, max_delay_us;
    Interval timeout;
    std::optional<Interval> heartbeat_timeout, schedule_timeout;
    std::optional<int64_t> heartbeat_timeout_us, schedule_timeout_us;
    int64_t start_delay_us;
    std::optional<int32_t> retry_budget;
    bool collects;
    bool has_tolerance;
    bool counts_only;    ///< its output is counts, not an array
    bool builds_output;  ///< whether anything needs its array
    bool feeds_steps;    ///< whether steps are pipelined over it
    bool notifies_ends;  ///< its flow's: whether the ends of runs are told by NOTIFY

    // What holds it back.
    std::optional<int32_t> max_concurrency;
    std::vector<std::string> limits;

    // The graph around it.
    std::vector<int64_t> depends_on;  ///< step ids
    std::vector<int64_t> dependents;  ///< step ids
    std::vector<int64_t> reach;       ///< step ids: see below

    bool is_stream() const { return fanout_from == "stream"; }
    /// Whether its items are what a function or a jsonpath of its owner's finds: nobody knows how long that
    /// takes.
    bool evaluates_source() const { return source_function || fanout_path; }
    /// Whether its tasks go one at a time, by index.
    bool goes_in_order() const { return max_concurrency == 1; }
    /// How messages name it.
    std::string where() const { return "step \"" + step_slug + "\" of flow \"" + flow_slug + "\""; }
};

// A step's `reach` is what one call may change because the step ends: what depends on it. As long as that
// isn't much, also what may follow from that: a fan-out may be empty, and end as it starts. What is beyond
// starts in a call of its own.

/// The definition of a step; null where its flow has been dropped. It lives until the next call.
const step_definition* find_definition(int64_t step_id);

/// What the start of a step changes at once: what depends on it, and what is pipelined over it, directly or
/// through others. Step ids.
std::vector<int64_t> changed_by_start(const step_definition& step);

/// The steps of a version of a flow, in topological order.
using flow_definition = std::vector<step_definition>;
std::shared_ptr<const flow_definition> definition_of(int64_t flow_id);

/// The current version of a flow where that is known; and makes it known.
std::optional<flow_version> known_version(const std::string& flow_slug);
void keep_version(const std::string& flow_slug, const flow_version& version);

}  // namespace fanout
