// Removing what is kept of runs.
//
// Rows of tasks, results and failures stay, as garbage of states that are gone, until their generation is
// truncated: to delete them would take as long as to insert them did, and leave as many dead rows. Nobody finds
// them: they are looked for by a state, whose id never comes again, and by the generation of its run.
#pragma once

#include "postgres/lock_order.hpp"
#include "postgres/statement.hpp"

#include <set>

namespace fanout {

/// Removes everything else of runs that have ended and have nothing in the queue.
void remove_runs(const std::vector<pg_uuid_t>& run_ids);

/// Removes runs that have ended, each with the child runs below it: its family. All of that stays where one of
/// it goes on, has something in the queue that is claimed, is needed by a batch of chained runs that goes on,
/// or is locked by somebody: nobody is waited for.
class family_removal {
public:
    family_removal();

    /// How many runs' outputs a batch of chained runs reads yet; those of the roots that aren't among them.
    size_t needed_count() const { return needed_.size(); }
    std::vector<pg_uuid_t> without_needed(std::vector<pg_uuid_t> roots) const;

    /// Returns how many runs went.
    /// @param roots  runs that nobody's task waits for
    int64_t remove(const std::vector<pg_uuid_t>& roots) const;
    /// Returns how many would go, as far as nobody has locked them.
    int64_t count(const std::vector<pg_uuid_t>& roots) const;

private:
    std::set<lock_key> needed_;  ///< runs whose output a batch of chained runs reads yet
};

}  // namespace fanout
