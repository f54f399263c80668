// Completing and failing tasks under their claims.
#pragma once

#include "engine/change_set.hpp"
#include "engine/outcome.hpp"

namespace fanout {

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
void count_put_off(const queue_row& c);

}  // namespace fanout
