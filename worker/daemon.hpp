// The daemon: lanes and executors put together, kept alive, and taken down.
#pragma once

#include "configuration.hpp"
#include "fanout/worker.hpp"
#include "lane.hpp"

namespace fanout::worker_detail {

using functions = std::map<std::string, std::pair<handler, handler_options>>;

/// Exit statuses; `--help` has them, too.
enum exit_status { finished = 0, aborted = 1, bad_configuration = 2, server_refused = 3 };

/// Runs until told to stop, or with `once` until nothing is left.
int run_daemon(const options& o, const configuration& c, const functions& f);

}  // namespace fanout::worker_detail
