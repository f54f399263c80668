// What becomes of a claim that went down with its worker, or with the connection that ran it.
#pragma once

#include "complete.hpp"

namespace fanout {

/// Takes claims back, locked by their holders' rules: halves a range of tasks, and ends an attempt at a task
/// that stands alone. Advances what comes of it.
///
/// @param reason  the error of such an attempt
void take_back_crashed(claims& held, const std::string& reason);

}  // namespace fanout
