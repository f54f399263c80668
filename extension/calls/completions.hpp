// What a worker hands in with an exchange: outcomes of tasks, and tasks that it didn't do.
#pragma once

#include "engine/outcome.hpp"
#include "queue/registered_worker.hpp"

namespace fanout {

/// What the worker didn't do: a task, or without an index all that the claim holds.
struct returned_task {
    int64_t claim_id;
    std::optional<int32_t> task_index;
};

struct completions {
    std::vector<outcome> outcomes;
    std::vector<Datum> outputs;
    std::vector<returned_task> returned;
    std::vector<int64_t> claim_ids;  // sorted, each once

    bool empty() const { return claim_ids.empty(); }
};

/// What could not be completed of what was handed in.
struct refused_claims {
    std::vector<int64_t> stale;  ///< that weren't the worker's any more
    std::vector<int64_t> busy;   ///< that somebody else has locked, for who resumes or drops their run
};

/// Completes and fails, and takes back what wasn't done.
///
/// The outcomes are of many owners, and an owner's tables may refuse one, by a trigger or a constraint.
///
/// @param apart  by halves, so that what is refused becomes the failure of its task, and what can't even fail
///               stays with its claim, which is then busy
refused_claims complete(const worker& w, completions what, bool apart);

}  // namespace fanout
