// What a daemon is told: command line, environment, and one JSON file.
#pragma once

#include "base/concurrency_range.hpp"
#include "configuration/page_settings.hpp"
#include "handlers/functions/plugin_settings.hpp"
#include "handlers/http/http_settings.hpp"
#include "handlers/programs/command_settings.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fanout::worker_detail {

/// The kinds of handlers that the configuration file may have, each by its `type`. A kind is a folder of
/// handlers/ and its settings' place here: names, defaults and executors are found by that.
using handler_kind = std::variant<exec_settings, process_settings, http_settings, plugin_settings>;

/// A handler of the configuration file.
struct handler_configuration {
    handler_kind kind;
    concurrency_range concurrency;  ///< commands, long-lived children, requests or calls at once
    int prefetch = 0;               ///< most tasks claimed beyond those that run; the most that may run again
    bool operator==(const handler_configuration&) const = default;
};

constexpr const char* usual_listen_address = "127.0.0.1:9187";
constexpr const char* log_formats[] = {"text", "json"};
constexpr const char* log_levels[] = {"debug", "info", "warn", "error", "off"};

struct configuration {
    std::string name;
    std::vector<std::string> databases;  ///< connection strings; none: the one that the command line says
    std::vector<std::string> queues = {"default"};
    std::vector<int> queue_weights;  ///< one a queue; empty: all queues are served by one clock
    int sql_connections = 2;         ///< 0: serves no SQL handlers
    int poll_interval_ms = 1000;
    std::chrono::milliseconds drain_timeout{60000};  ///< how long what runs may take once told to end
    std::string log_format = "text";
    std::string log_level = "info";
    std::string
        listen;  ///< address and port of the page, /metrics, /healthz and /readyz; see listen_address()
    std::optional<page_settings> page;  ///< nothing: there is none
    std::map<std::string, handler_configuration> handlers;
};

/// What the command line says, or its variables; it goes before the file.
struct options {
    std::string connection;
    std::string file;
    std::string name;
    std::string listen;  ///< instead of the configuration's
    bool once = false;
    bool check = false;
    std::optional<std::string> log_format, log_level;
    std::optional<std::chrono::milliseconds> drain_timeout;
    /// How long the server may be out of reach; nothing: for ever.
    std::optional<std::chrono::milliseconds> connect_timeout;
};

/// Where to listen: the command line says it, else the file; where the file has a page and says nothing, on loopback.
/// Empty: nowhere.
std::string listen_address(const options& o, const configuration& c);

/// Reads a configuration file; an empty name gives the defaults. Throws configuration_error.
/// @param loader  finds the plugins' handlers; without one they are read, but not there
configuration read_configuration(const std::string& file, const plugin_loader& loader = {});

}  // namespace fanout::worker_detail
