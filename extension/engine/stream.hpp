// Streams: fan-outs whose items are pushed while they run.
#pragma once

#include "engine/spawn.hpp"

namespace fanout {

/// Starts a stream, which the caller has locked, with no tasks. It counts as one open stripe until it is
/// closed, and so does what is pipelined over it.
spawned open_stream(const step_state& state, TimestampTz now);

}  // namespace fanout
