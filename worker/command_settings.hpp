// What the configuration says of handlers that are programs: `exec` and `process`.
#pragma once

#include "json_section.hpp"

namespace fanout::worker_detail {

struct command_settings {
    std::vector<std::string> argv;
    size_t max_output_bytes = 16 << 20;
    bool operator==(const command_settings&) const = default;

    /// Adds the readers of its keys.
    void add_keys(const section& s, std::map<std::string, section::reader>& keys);
    /// Throws configuration_error where something is missing.
    void check(const section& s) const;
};

/// A command a task.
struct exec_settings : command_settings {
    bool operator==(const exec_settings&) const = default;
};

/// Long-lived children.
struct process_settings : command_settings {
    bool operator==(const process_settings&) const = default;
};

}  // namespace fanout::worker_detail
