// Where the items of a fan-out come from, and making tasks of them.
#pragma once

#include "state.hpp"

namespace fanout {

/// How many items a fan-out will have. None: not known before they are read. Throws invalid_source where the
/// source is no array.
std::optional<int64_t> count_items(const step_state& state);

/// Inserts the tasks of a fan-out, with their items; returns how many items there are. Throws invalid_source
/// where the source is no array.
int64_t insert_items(const step_state& state);

}  // namespace fanout
