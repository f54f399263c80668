#!/usr/bin/env bash
# The system's clock may be set while something waits. So what measures how long something takes asks the steady clock, and the
# system's is asked in a few places: for the engine's own (settings), with what PostgreSQL's timeouts go by (function_caller,
# call_timer), for ids (new_run), and for when the server started (heartbeats).
. "$(dirname "$0")/../e2e/lib.bash"

is "$(cd "$root" && grep -rl 'GetCurrentTimestamp' extension | LC_ALL=C sort)" "extension/engine/new_run.cpp
extension/postgres/call_timer.hpp
extension/postgres/function_caller.cpp
extension/postgres/settings.cpp
extension/queue/heartbeats.cpp" "nothing else asks the system's clock"
