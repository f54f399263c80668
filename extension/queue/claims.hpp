// Claims, as calls of the worker that holds them find them: locked, made smaller, given back.
#pragma once

#include "postgres/patience.hpp"
#include "queue/queue_row.hpp"
#include "runs/state.hpp"

namespace fanout {

using claims = std::map<int64_t, queue_row>;

struct locked_claims {
    claims held;
    std::vector<int64_t> busy;  ///< those that somebody else has locked
};

/// Locks those of these claims that the worker still holds, by rising id. Whoever has the lock owns what
/// becomes of the claim's tasks; a claim without its row is stale. One under which a call of this backend
/// works at the moment is not for a user's function that it has called.
///
/// @param waits  null: for as long as it takes
locked_claims lock_claims(int64_t worker_id, const std::vector<int64_t>& claim_ids, patience* waits);

/// Likewise for one claim, for a moment; none where it is stale. Throws lock_not_available where somebody
/// else has locked it.
claims lock_claim(int64_t worker_id, int64_t claim_id);

/// Likewise those claims of these that stand for tasks of a step, of whatever runs, but for one that took a
/// worker down before: it waits for nobody, and locks nothing else.
claims lock_claims_of_step(int64_t worker_id, const std::vector<int64_t>& claim_ids, int64_t step_id);

[[noreturn]] void raise_claim_busy(int64_t claim_id);

step_states states_of(const claims& held);

/// Keeps the claim's first tasks, this many, and gives the others back, unattempted, with their slots.
void keep_first(const queue_row& c, int64_t count);

/// Puts tasks back into the queue, in a row of their own. Slots that they held are the caller's to free.
void requeue(const queue_row& from, const index_set& indexes, int16_t attempt, TimestampTz available_at,
             bool crashed);

/// Puts a claim's tasks back into the queue, these, as if they had not been claimed; of a run that has ended
/// nothing is left. Adds the slots that they held, which are the caller's to free, as the claim is to write.
void put_back(const queue_row& c, const index_set& indexes, const step_states& states,
              std::map<int64_t, int64_t>& freed_slots);

/// Gives locked claims back, unattempted, with their slots; those of runs that have ended are removed.
void give_back(const claims& held);

/// Leaves the slots of their tasks as they are: see release_slots.
void delete_claims(const std::vector<int64_t>& claim_ids);

/// Writes which tasks a claim still holds; one without any is deleted.
void narrow_claim(const queue_row& c);

}  // namespace fanout
