// Completing and failing tasks under their claims.
#pragma once

#include "engine/advance.hpp"
#include "postgres/patience.hpp"
#include "queue/queue_row.hpp"

namespace fanout {

using claims = std::map<int64_t, claim>;

struct locked_claims {
    claims held;
    std::vector<int64_t> busy;  ///< those that somebody else has locked
};

/// The end of one attempt at one task: an output, or an error.
struct outcome {
    int64_t claim_id;
    int32_t task_index;
    Datum output = 0;  ///< jsonb, where there is no error
    std::optional<std::string> error{};
    bool final = false;              ///< it was said that the error is not to be retried
    int64_t retry_after_us = 0;      ///< nor is it before this time has passed
    bool is_out_of_retries = false;  ///< nor at all, though nobody said so: time or a budget is spent

    // Found by judge_batches: of a batch.
    int32_t items = 1;                        ///< how many items fail where the task does
    int32_t failed_items = 0;                 ///< how many failed alone, in an output
    std::optional<std::string> item_error{};  ///< the first of these, and what it says
};

/// An interval argument as an outcome has it: a day at most. Throws invalid_argument where it is negative.
int64_t retry_after_us(Datum interval, const std::string& function);

/// Locks those of these claims that the worker still holds, by rising id. Whoever has the lock owns what
/// becomes of the claim's tasks; a claim without its row is stale. One under which a call of this backend
/// works at the moment is not for a user's function that it has called.
///
/// @param waits  null: for as long as it takes
locked_claims lock_claims(int64_t worker_id, const std::vector<int64_t>& claim_ids, patience* waits);

/// Likewise for one claim, for a moment; none where it is stale. Throws lock_not_available where somebody
/// else has locked it.
claims lock_claim(int64_t worker_id, int64_t claim_id);

[[noreturn]] void raise_claim_busy(int64_t claim_id);

step_states states_of(const claims& held);

/// Whether a failed attempt is the task's last.
bool is_final(const outcome& o, const claim& c, const step_state& state);

/// Records outcomes under locked claims, or under locked waiting rows of tasks that failed while they waited;
/// frees their slots and those in `changes`, narrows or deletes the claims; then counts, retries, fails steps
/// and advances runs, together with `changes`. An index that its claim doesn't hold any more was recorded
/// before and is passed over.
///
/// The outcomes may be of many owners, and what is recorded stays. What needs a row that somebody else has
/// locked for longer than the call waits is left to a queue row of the engine's own work, and where one of
/// the states can't be counted or advanced, so is each of them.
void settle(claims& held, std::vector<outcome> outcomes, change_set& changes, patience& waits);

/// Counts what a queue row of kind 'count' or 'retry' says was put off, and advances. Throws
/// lock_not_available where somebody else has locked what that needs.
void count_put_off(const claim& c);

/// Keeps the claim's first tasks, this many, and gives the others back, unattempted, with their slots.
void keep_first(const claim& c, int64_t count);

/// Puts tasks back into the queue, in a row of their own. Slots that they held are the caller's to free.
void requeue(const claim& from, const index_set& indexes, int16_t attempt, TimestampTz available_at,
             bool crashed);

/// Puts a claim's tasks back into the queue, these, as if they had not been claimed; of a run that has ended
/// nothing is left. Adds the slots that they held, which are the caller's to free, as the claim is to write.
void put_back(const claim& c, const index_set& indexes, const step_states& states,
              std::map<int64_t, int64_t>& freed_slots);

/// Gives locked claims back, unattempted, with their slots; those of runs that have ended are removed.
void give_back(const claims& held);

/// Leaves the slots of their tasks as they are: see release_slots.
void delete_claims(const std::vector<int64_t>& claim_ids);

/// Writes which tasks a claim still holds; one without any is deleted.
void write_claim(const claim& c);

/// Parses the outputs of an exchange, which come as text: all in one subtransaction, or where one is bad each
/// in its own, so that it is that task's failure and nobody else's. Outcomes that have an error are passed
/// over.
void parse_outputs(std::vector<outcome>& outcomes, const std::vector<Datum>& texts);

}  // namespace fanout
