// fanoutd's command line.
#pragma once

#include "configuration/configuration.hpp"

#include <optional>

namespace fanout::worker_detail {

/// Reads the command line into `o`. Returns the exit status where the program is to end (`--help`,
/// `--version`, an error), having printed what is to be printed.
std::optional<int> read_command_line(int argc, char** argv, options& o);

}  // namespace fanout::worker_detail
