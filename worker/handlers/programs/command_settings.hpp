// What the configuration says of handlers that are programs: `exec` and `process`.
#pragma once

#include "base/concurrency_range.hpp"
#include "base/json_section.hpp"
#include "handlers/programs/spawn.hpp"
#include "tasks/executor.hpp"

namespace fanout::worker_detail {

struct command_settings {
    std::vector<std::string> argv;
    std::string directory;
    /// Which of the daemon's variables it gets; `LC_*` stands for all that begin so. What libpq reads
    /// (PGPASSWORD), and whatever else the daemon was given, is for those only who name it.
    std::vector<std::string> environment = {"HOME", "LANG",   "LANGUAGE", "LC_*", "LOGNAME",
                                            "PATH", "TMPDIR", "TZ",       "USER"};
    std::map<std::string, std::string> variables;  ///< further ones; they may be secrets
    size_t max_output_bytes = 16 << 20;
    size_t memory_limit_bytes = 0;  ///< 0: none, here and below
    int cpu_limit_seconds = 0;
    std::chrono::milliseconds stop_grace{2000};
    bool operator==(const command_settings&) const = default;

    /// Adds the readers of its keys.
    void add_keys(const section& s, std::map<std::string, section::reader>& keys);
    /// Throws configuration_error where something is missing.
    void check(const section& s) const;
    command what_to_start() const;

    // What holds where the configuration doesn't say it.
    static concurrency_range usual_concurrency();
    static int usual_prefetch(int most_at_once) { return most_at_once; }
    static int lane_count() { return 1; }
};

/// A command a task.
struct exec_settings : command_settings {
    static constexpr std::string_view type = "exec";

    bool operator==(const exec_settings&) const = default;
};

executor_factory make_executors(const exec_settings& settings, const std::string& handler,
                                concurrency_range concurrency);

/// Long-lived children.
struct process_settings : command_settings {
    static constexpr std::string_view type = "process";

    int pipeline = 1;       ///< most tasks that a child has been given and not answered
    int recycle_after = 0;  ///< tasks; 0: never
    std::chrono::milliseconds idle_timeout{60000};
    std::chrono::milliseconds cancel_grace{500};  ///< for an answer to a request to give a task up

    void add_keys(const section& s, std::map<std::string, section::reader>& keys);
    int usual_prefetch(int most_at_once) const { return most_at_once * pipeline; }
    bool operator==(const process_settings&) const = default;
};

executor_factory make_executors(const process_settings& settings, const std::string& handler,
                                concurrency_range concurrency);

}  // namespace fanout::worker_detail
