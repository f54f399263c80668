// What to tell who starts a run that no worker serves: it waits, and nothing else says so.
#pragma once

#include "flows/definition.hpp"

namespace fanout {

/// Gives a notice where a handler of the flow has no live worker that takes from its queue: once a session, queue and handler. A
/// flow that was looked at is taken for served for a minute.
void notice_unserved(int64_t flow_id);

}  // namespace fanout
