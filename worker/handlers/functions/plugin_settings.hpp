// What the configuration says of handlers that are functions of a plugin: `plugin`.
#pragma once

#include "base/concurrency_range.hpp"
#include "base/json_section.hpp"
#include "fanout/handler.hpp"
#include "tasks/executor.hpp"

namespace fanout::worker_detail {

/// A plugin that can't be used; the message reads on after its name: `can't be loaded: …`.
class plugin_error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A plugin's handler, and how it wants to be run.
struct plugin_function {
    std::shared_ptr<const handler> function;
    handler_options how;
};

/// Finds the handler of a name in a library, which it loads. Throws plugin_error.
using plugin_loader = std::function<plugin_function(const std::string& library, const std::string& name)>;

struct plugin_settings {
    static constexpr std::string_view type = "plugin";

    std::string library;
    /// Of the plugin's handlers the one that has this handler's name; null until it is loaded.
    std::shared_ptr<const handler> function;
    // As the plugin registers it.
    concurrency_range wanted_concurrency;
    int wanted_prefetch = handler_options().prefetch, lanes = 1;

    bool operator==(const plugin_settings&) const = default;

    void add_keys(const section& s, std::map<std::string, section::reader>& keys);
    void check(const section& s) const;
    /// Takes what the plugin has of that name. Throws configuration_error.
    void load(const section& s, const std::string& name, const plugin_loader& loader);

    // What holds where the configuration doesn't say it.
    concurrency_range usual_concurrency() const { return wanted_concurrency; }
    int usual_prefetch(int) const { return wanted_prefetch; }
    int lane_count() const { return lanes; }
};

executor_factory make_executors(const plugin_settings& settings, const std::string& handler,
                                concurrency_range concurrency);

}  // namespace fanout::worker_detail
