// Shared objects with handlers.
#pragma once

#include "handlers/functions/handler_table.hpp"

#include <memory>

namespace fanout::worker_detail {

/// A plugin that can't be used; the message reads on after its name: `can't be loaded: …`.
class plugin_error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Loads a plugin and lets it register its handlers, once for as long as the process lives: a call may still
/// be under way when nobody wants its result any more. The same file gives the same handlers again.
std::shared_ptr<const functions> load_plugin(const std::string& file);

}  // namespace fanout::worker_detail
