// Whether a program that a handler is to run is there.
#pragma once

#include "configuration/configuration.hpp"

namespace fanout::worker_detail {

/// The program that can't be run: it is not there, or may not be executed. Nothing where all is well, or the
/// handler runs none.
std::optional<std::string> missing_program(const handler_configuration& h);

}  // namespace fanout::worker_detail
