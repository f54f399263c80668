// Shared objects with handlers.
#pragma once

#include "handlers/functions/handler_table.hpp"
#include "handlers/functions/plugin_settings.hpp"

namespace fanout::worker_detail {

/// Finds a handler in a plugin, which it lets register its handlers once for as long as the process lives: a call
/// may still be under way when nobody wants its result any more. The same file gives the same handlers again.
/// Throws plugin_error.
plugin_function find_in_plugin(const std::string& file, const std::string& name);

}  // namespace fanout::worker_detail
