// The settings of handlers that are functions of a plugin.
#pragma once

#include "base/json_section.hpp"
#include "fanout/handler.hpp"

namespace fanout::worker_detail {

struct plugin_settings {
    std::string library;
    /// Of the plugin's handlers the one that has this handler's name, and how it wants to be run.
    std::shared_ptr<const handler> function;
    int lanes = 1;

    bool operator==(const plugin_settings&) const = default;

    void add_keys(const section& s, std::map<std::string, section::reader>& keys);
    void check(const section& s) const;
    /// Loads the plugin. Returns the options that it registers the handler with.
    handler_options load(const section& s, const std::string& name);
};

}  // namespace fanout::worker_detail
