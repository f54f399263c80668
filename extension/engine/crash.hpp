// What becomes of a claim that went down with its worker, or with the connection that ran it.
#pragma once

#include "engine/outcomes.hpp"

namespace fanout {

/// Takes claims back, locked by their holders' rules: halves a range of tasks. Returns the failures of those
/// that stand alone, which are to be recorded under their claims.
///
/// @param reason  the error of such an attempt
/// @param changes  gets what is given up of the engine's own work
std::vector<outcome> take_back_crashed(claims& held, const std::string& reason, change_set& changes);

}  // namespace fanout
