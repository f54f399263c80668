// Claims that stand in a worker's name though it doesn't hold them: it has ended them, and the server has
// forgotten that. Nobody would ever end them again.
#pragma once

#include "queue/claims.hpp"

namespace fanout {

/// Gives them back, unattempted, with their slots. One that a call has locked at this moment is left alone, and
/// what can't be given back is warned of: it is no reason to lose the heartbeat.
///
/// @param holding   the claims that the worker holds
/// @param recorded  the worker's last call whose claims are among these: what later ones claim isn't judged
void give_back_unheld(int64_t worker_id, const std::vector<int64_t>& holding, int64_t recorded);

}  // namespace fanout
