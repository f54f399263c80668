// The daemon: what is to run, put together from the configuration and the program's own handlers.
#pragma once

#include "configuration/configuration.hpp"
#include "handlers/functions/handler_table.hpp"
#include "lanes/lane.hpp"

namespace fanout::worker_detail {

/// Reads the configuration file. Throws configuration_error, also where it has a handler that the program
/// has, too.
configuration load_configuration(const options& o, const functions& f);

/// Runs until told to stop, or with `once` until nothing is left. Returns the exit status.
int run_daemon(const options& o, const configuration& c, const functions& f);

}  // namespace fanout::worker_detail
