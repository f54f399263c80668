// Claiming: taking ranges of tasks out of the queue for a worker.
#pragma once

#include "queue/claims.hpp"
#include "queue/holdings.hpp"
#include "queue/registered_worker.hpp"

namespace fanout {

struct claimed_tasks {
    claims taken;
    step_states states;
    bool ask_again = false;       ///< rows were locked, or of ended runs: soon there may be something
    bool all = false;             ///< nothing that the worker serves is left for others
    bool may_be_due_soon = true;  ///< whether it is worth asking for next_due_us
};

/// What a call wants to claim.
struct claim_wish {
    int64_t tasks;
    std::optional<int64_t> sequence = std::nullopt;
    /// Where it isn't empty: takes what there is from the first of these queues, then from the next, as far
    /// as the worker serves them, and from no others.
    std::vector<std::string> queue_order = {};
    /// Of tasks that a limit counts, and that the worker itself executes, no more than this.
    std::optional<int64_t> most_limited = std::nullopt;
};

/// Claims tasks for the worker: the highest priority first, then the lowest virtual time. A row that took a
/// worker down goes only to a worker that holds nothing else. Rows behind a full limit are parked, and others
/// taken.
claimed_tasks claim_tasks(const worker& w, const holdings& held, const claim_wish& wish);

/// Whether the claim's tasks are executed by run_sql_tasks, by the engine, or by the worker itself.
enum class claim_executor { sql, internal, worker };
claim_executor executor_of(const queue_row& c);

/// Throws not_claimed where the claim's tasks aren't the worker's to complete or fail: SQL tasks, child runs
/// and the engine's own work have outcomes that only the server knows.
void require_workers_own(const queue_row& c, const std::string& function);

}  // namespace fanout
