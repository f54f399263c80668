// What a trigger's function is called with.
#pragma once

#include "postgres/entry.hpp"

namespace fanout {

/// Throws invalid_argument where the function isn't called by a trigger.
const TriggerData& trigger_of(const call& c);

}  // namespace fanout
