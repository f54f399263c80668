// Waiting for a run's end on the server, which wakes whoever waits.
#pragma once

#include "server/server_connection.hpp"

#include <chrono>
#include <string>

namespace fanout::worker_detail {

/// Waits until the run has ended, this long at most. It may be shorter, where the session's timeouts would break it off.
/// Throws connection_lost and server_error.
void wait_for_end_of_run(server_connection& c, const std::string& run_id, std::chrono::milliseconds longest);

}  // namespace fanout::worker_detail
