// The model: what a flow's run must come to, computed one step after the other, with no queue, no time and no
// concurrency.
#pragma once

#include "flow.hpp"

#include <compare>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace model {

struct attempt_id {
    std::string step;
    int index;
    int attempt;
    auto operator<=>(const attempt_id&) const = default;
};

/// What the flow doesn't decide but the world: the comparison reads it from what the engine has recorded, and
/// checks that it could happen.
struct circumstances {
    std::set<attempt_id> lost;                 ///< their worker went away
    std::set<attempt_id> revived;              ///< final failures that a resume gave another attempt
    std::set<attempt_id> denied;               ///< failures that are final because the retry budget was spent
    std::map<attempt_id, std::string> errors;  ///< of all failures
};

struct failed_attempt {
    int attempt;
    bool is_final;
    std::string error;
};

/// What a task came to before a resume ran it, or what it was made of, again. A pipelined task may have had
/// attempts on it.
struct revoked_end {
    std::optional<json> output;  ///< none: it failed
    std::string error;
    int attempts = 0;
};

struct task_end {
    bool is_reached = true;  ///< not where a pipelined step's source has no result for it
    json item;
    std::vector<failed_attempt> failures;
    std::optional<json> output;  ///< none: it failed
    int attempts = 0;
    std::vector<revoked_end> revoked;
};

enum class step_status {
    completed,
    failed,     ///< unless the run ends before
    unreached,  ///< never completed, because something before it fails
};

struct step_end {
    step_status status = step_status::unreached;
    std::string error;            ///< of the step as a whole: its source
    std::vector<task_end> tasks;  ///< also of a step that fails, as if nothing were stopped
    json output;
    json errors = json::array();  ///< as dependents get them: {"index", "item", "error", "attempts"}
    int items = 0;
};

using run_end = std::map<std::string, step_end>;

run_end evaluate(const flow& of, const run_plan& plan, const circumstances& world);

/// The output of a run whose steps are all completed.
json run_output(const flow& of, const run_end& end);

}  // namespace model
