// Where what a worker says that it holds differs from what stands in its name. Claims that it doesn't hold: it has
// ended them, and the server has forgotten that; nobody would ever end them again. Claims that aren't its any more:
// nobody waits for what it does with them.
#pragma once

#include "queue/holdings.hpp"

#include <set>

namespace fanout {

/// Those that stand in the worker's name and that it doesn't hold.
///
/// @param holding   the claims that the worker holds
/// @param recorded  the worker's last call whose claims are among these: what later ones claim isn't judged
std::vector<int64_t> find_unheld(const holdings& in_its_name, const std::set<int64_t>& holding,
                                 int64_t recorded);

/// Gives them back, unattempted, with their slots. One that a call has locked at this moment is left alone, and
/// what can't be given back is warned of: it is no reason to lose the heartbeat.
void give_back_unheld(int64_t worker_id, const std::vector<int64_t>& unheld);

/// Those that the worker holds and that don't stand in its name: taken from it, or removed with their flow. Whose
/// outcomes were recorded meanwhile are among them.
std::set<int64_t> find_gone(const holdings& in_its_name, const std::set<int64_t>& holding);

}  // namespace fanout
