#include "command_line.hpp"

#include "daemon.hpp"

#include <CLI/CLI.hpp>

namespace fanout::worker_detail {
namespace {

constexpr const char* description = R"(Runs tasks of pgfanout's flows.

Connects to the database that CONNECTION says (libpq's form: "host=... dbname=..." or a postgresql:// URI), or without
it to the one that libpq's variables say (PGHOST, PGDATABASE, PGUSER, PGSERVICE, ...). Its role needs
fanout.grant_worker. Without a configuration file it serves SQL handlers.)";

constexpr const char* footer = R"(Signals:
  SIGTERM, SIGINT   finish what runs, give the rest back, and end; a second one stops what runs

Exit status:
  0  told to stop and drained, or with --once nothing is left
  1  stopped by a second signal
  2  the command line or the configuration can't be used
  3  the server refused: no rights, no extension, an unknown database

Examples:
  fanoutd "dbname=app"
  fanoutd --config /etc/fanoutd.json --log-format json
  PGSERVICE=app fanoutd --once

The configuration file is JSON:
  {"name": "...", "queues": ["default"], "sql_connections": 2, "poll_interval_ms": 1000,
   "handlers": {
     "resize": {"type": "exec", "argv": ["/opt/resize", "--json"], "concurrency": 4},
     "score":  {"type": "process", "argv": ["python3", "score.py"], "concurrency": 2,
                "prefetch": 100, "max_output_bytes": 1000000}}})";

}  // namespace

std::optional<int> read_command_line(int argc, char** argv, options& o) {
    CLI::App app(description, "fanoutd");
    app.footer(footer);
    app.add_option("CONNECTION", o.connection, "libpq connection string");
    app.add_option("--config", o.file, "configuration file (JSON)")
        ->type_name("FILE")
        ->envname("FANOUTD_CONFIG");
    app.add_option("--name", o.name, "the worker's name in fanout.workers_overview; default host:pid")
        ->type_name("NAME");
    app.add_flag("--once", o.once,
                 "end when nothing is queued, claimed or waiting for a retry that this daemon could take");
    app.add_flag("--check-config", o.check, "check the configuration file and end");
    app.add_option("--log-format", o.log_format, "text (key=value) or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->envname("FANOUTD_LOG_FORMAT");
    app.add_option("--log-level", o.log_level, "debug, info, warn, error or off")
        ->check(CLI::IsMember({"debug", "info", "warn", "error", "off"}))
        ->envname("FANOUTD_LOG_LEVEL");
    app.set_version_flag("--version", FANOUT_VERSION);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        return app.exit(e) == 0 ? finished : bad_configuration;
    }
    return std::nullopt;
}

}  // namespace fanout::worker_detail
