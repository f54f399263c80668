#include "configuration/command_line.hpp"

#include "base/exit_status.hpp"
#include "base/handler_limits.hpp"
#include "base/listening_socket.hpp"
#include "base/version.hpp"
#include "configuration/help_text.hpp"
#include "configuration/time_option.hpp"

#include <CLI/CLI.hpp>

namespace fanout::worker_detail {
namespace {

constexpr const char* description = R"(Runs tasks of pgfanout's flows.

Connects to the database that CONNECTION says (libpq's form: "host=... dbname=..." or a postgresql:// URI), or without
it to the one that libpq's variables say (PGHOST, PGDATABASE, PGUSER, PGSERVICE, ...). Its role needs
fanout.grant_worker. Without a configuration file it serves SQL handlers.)";

constexpr const char* footer = R"(Signals:
  SIGTERM, SIGINT   finish what runs, give the rest back, and end; a second one stops what runs
  SIGHUP            read the configuration file again; only what it changes is touched

Exit status:
  0  told to stop and drained, or with --once nothing is left
  1  stopped by a second signal
  2  the command line, the connection string or the configuration can't be used
  3  the server refused: the role, its rights, the database, no extension, or one that speaks none of the
     daemon's protocols; with --once also one that is to be updated, or a copy that nobody has adopted
  4  what ran when it was told to stop took longer than the drain timeout, and was stopped
  5  the server was out of reach for longer than the connect timeout

Examples:
  fanoutd "dbname=app"
  fanoutd --config /etc/fanoutd.json --log-format json
  PGSERVICE=app fanoutd --once

The configuration file is JSON:
  {"name": "...", "databases": ["host=db1 dbname=app", "host=db2 dbname=app"], "queues": ["default"], "sql_connections": 2, "poll_interval_ms": 1000,
   "drain_timeout_ms": 60000, "log_format": "text", "log_level": "info",
   "listen": "127.0.0.1:9187",
   "page": {"connection": "user=watcher", "token": {"file": "/etc/fanoutd/token"}, "steering": true},
   "handlers": {
     "resize": {"type": "exec", "argv": ["/opt/resize", "--json"], "concurrency": 4},
     "score":  {"type": "process", "argv": ["python3", "score.py"], "concurrency": 2,
                "prefetch": 100, "recycle_after": 10000, "memory_limit_bytes": 500000000},
     "mail":   {"type": "http", "url": "https://mail.example.com/send", "concurrency": 100,
                "headers": {"Authorization": {"env": "MAIL_TOKEN", "prefix": "Bearer "}}},
     "square": {"type": "plugin", "library": "/usr/lib/fanout/square.so"}}}
  "queues": {"default": 3, "bulk": 1} gives queues weights: shares of the tasks while all of them have some.)";

constexpr std::chrono::seconds patience_once{30};

}  // namespace

std::optional<int> read_command_line(int argc, char** argv, options& o) {
    CLI::App app(description, "fanoutd");
    app.footer(footer);
    keep_lines(app);
    app.add_option("CONNECTION", o.connection, "libpq connection string");
    app.add_option("--config", o.file, "configuration file (JSON)")
        ->type_name("FILE")
        ->envname("FANOUTD_CONFIG");
    app.add_option("--name", o.name, "the worker's name in fanout.workers_overview; default host:pid")
        ->type_name("NAME")
        ->check(CLI::Validator(
            [](const std::string& text) { return is_name(text) ? "" : "\"" + text + "\" " + no_name; }, ""));
    app.add_option("--listen", o.listen,
                   "where to serve the status page, /metrics, /healthz and /readyz, as 127.0.0.1:9187")
        ->type_name("ADDRESS:PORT")
        ->check(CLI::Validator(
            [](const std::string& text) {
                return is_listen_address(text) ? "" : text + " " + no_listen_address;
            },
            ""))
        ->envname("FANOUTD_LISTEN");
    app.add_flag("--once", o.once,
                 "end when nothing is queued, claimed or waiting for a retry that this daemon could take");
    add_time(app, "--drain-timeout", o.drain_timeout,
             "how long what runs may take once told to end; default 60s, or the file's drain_timeout_ms");
    add_time(app, "--connect-timeout", o.connect_timeout,
             "end when the server was out of reach for so long; default: never, with --once 30s");
    app.add_flag("--check-config", o.check, "check the configuration file and end");
    app.add_option("--log-format", o.log_format, "text (key=value) or json; before the file's log_format")
        ->check(CLI::IsMember(std::vector<std::string>(std::begin(log_formats), std::end(log_formats))))
        ->envname("FANOUTD_LOG_FORMAT");
    app.add_option("--log-level", o.log_level, "debug, info, warn, error or off; before the file's log_level")
        ->check(CLI::IsMember(std::vector<std::string>(std::begin(log_levels), std::end(log_levels))))
        ->envname("FANOUTD_LOG_LEVEL");
    app.set_version_flag("--version", daemon_version);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        return app.exit(e) == 0 ? finished : bad_configuration;
    }
    if (o.once && !o.connect_timeout) o.connect_timeout = patience_once;
    return std::nullopt;
}

}  // namespace fanout::worker_detail
