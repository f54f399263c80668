// Limits: caps on tasks in flight, and rates. Named, over all runs, or of one step of one run.
//
// A slot is taken with a claim and freed when its task's outcome is recorded or it goes back into the queue.
// A row that meets a full limit is parked: outside of the index that claims use, until who frees a slot lets
// it in. All of that happens under the lock of the limit's row, so no wake-up is lost; what is lost with a
// row that was let in and then removed, maintain finds.
#pragma once

#include "plain/token_bucket.hpp"
#include "postgres/object_lock.hpp"
#include "postgres/patience.hpp"
#include "runs/state.hpp"

#include <set>

namespace fanout {

/// A limit's row, under its lock.
struct limit_row {
    int64_t limit_id;
    std::optional<int32_t> max_concurrency;
    int32_t in_flight;
    std::optional<token_bucket> bucket;
    std::optional<TimestampTz> wake_at;  ///< when there will be a token for what is parked

    /// How many tasks more it lets start; the bucket is as it was refilled last.
    int64_t room() const;
};

/// The limits that a claim meets. Those that somebody else has locked are not waited for.
class limit_slots {
public:
    explicit limit_slots(TimestampTz now) : now_(now) {}

    void lock(const std::vector<int64_t>& limit_ids);

    /// How many tasks more all of these let start; none where one of them couldn't be locked.
    std::optional<int64_t> room(const std::vector<int64_t>& limit_ids) const;
    /// The first of these that is full.
    std::optional<int64_t> full_one(const std::vector<int64_t>& limit_ids) const;
    void take(const std::vector<int64_t>& limit_ids, int64_t count);

    /// A row of these limits is parked, on the one that is full, or was removed: what it would have taken of
    /// the others is free for the next.
    void pass_on(const std::vector<int64_t>& limit_ids);

    /// Writes what was taken, and lets in whom it was passed on to; returns whether there was anybody.
    bool finish();

private:
    TimestampTz now_;
    std::map<int64_t, limit_row> held_;
    std::set<int64_t> changed_, passed_on_;
};

/// Parks waiting rows that the caller has locked: (queue_id, limit_id).
void park(const std::vector<std::pair<int64_t, int64_t>>& rows);

/// Frees slots, by state, and lets in what waits for them. A limit that somebody else has locked is left to
/// maintain. Deleting or narrowing a claim does not do so by itself: a task whose child run goes on keeps its
/// slot.
///
/// @param waits  for how long such a limit is waited for; null: not at all
void release_slots(const std::map<int64_t, int64_t>& freed, const step_states& states,
                   patience* waits = nullptr);
void release_slots(const std::map<int64_t, int64_t>& freed, patience* waits = nullptr);

/// Inserts the cap of a step that starts, where it has one. The caller has locked the state.
///
/// @param waits  where somebody else is setting that cap at this moment; null: for as long as it takes
/// Returns false where that was too long.
bool add_step_cap(const step_state& state, patience* waits = nullptr);

/// Whoever sets the cap of a step holds it until the transaction ends; who adds the one that its definition
/// has, while that is written.
object_lock lock_of_cap(int64_t state_id);

/// Counts anew how many tasks hold a slot of a limit that the caller has locked, and lets in what it has room
/// for.
void apply_limit(int64_t limit_id);

/// Lets in everything that waits for a limit that the caller removes.
void let_in_everything(int64_t limit_id);

/// Lets in what waits for tokens that have come.
void wake_for_tokens(TimestampTz now);

/// When the next of the rows that these queues and handlers' worker waits for has its token; text[] each.
std::optional<TimestampTz> next_token(Datum queues, Datum handlers, TimestampTz until);

/// Counts anew what has drifted, lets in what could run, and removes the caps of steps that have ended.
void maintain_limits();

/// Removes the caps of these steps of runs.
void remove_step_caps(const std::vector<int64_t>& state_ids);

/// Removes those of these caps, by state, that are as their steps' definitions say; those that were set stay.
void remove_defined_caps(const std::map<int64_t, int32_t>& defined);

}  // namespace fanout
