#include "control/command_line.hpp"

#include "base/version.hpp"
#include "configuration/help_text.hpp"
#include "control/exit_statuses.hpp"
#include "control/health_summary.hpp"

#include <iostream>
#include <iterator>

namespace fanout::control {
namespace {

constexpr const char* description = R"(Starts, watches and steers runs of pgfanout's flows.

Connects to the database that --connection says (libpq's form: "host=... dbname=..." or a postgresql:// URI), or without
it to the one that libpq's variables say (PGHOST, PGDATABASE, PGUSER, PGSERVICE, ...). Its role needs
fanout.grant_developer or fanout.grant_operator; for top and health pg_monitor will do.)";

constexpr const char* footer_of_commands =
    "`fanoutctl --help` has the options of all commands, and how they end.";

constexpr const char* footer = R"(`fanoutctl COMMAND --help` says more of each.

Exit status:
  0  done; of run --wait and wait: the run is completed
  1  the run has failed
  2  the command line can't be used, the server can't be reached, or refused
  3  the run was cancelled
  4  the run hasn't ended within the --timeout
Of health: 0 ok, 1 warning, 2 bad, 3 unknown.

Examples:
  fanoutctl run thumbnails --input @pictures.json --wait
  fanoutctl results 01a22e4c-4326 --follow | jq .output
  fanoutctl runs --status failed
  fanoutctl -d "host=db dbname=app" top)";

void add_all(CLI::App& app, action& chosen) {
    for (const auto add : {add_run, add_wait, add_results, add_status, add_why, add_errors, add_runs,
                           add_graph, add_timeline, add_explain, add_cancel, add_resume, add_retry, add_pause,
                           add_continue, add_top, add_health, add_completion}) {
        add(app, chosen);
    }
}

/// CLI11 says of a mistyped command only that there has to be one.
int say_what_is_wrong(const CLI::App& app, const CLI::ParseError& e) {
    const std::vector<std::string> unknown = app.remaining();
    if (e.get_name() != "RequiredError" || !app.get_subcommands().empty() || unknown.empty())
        return app.exit(e);
    return app.exit(CLI::ExtrasError(unknown));
}

}  // namespace

std::optional<int> read_command_line(int argc, char** argv, command_line& into) {
    into.app = std::make_unique<CLI::App>(description, "fanoutctl");
    CLI::App& app = *into.app;
    app.add_option("-d,--connection", into.connection, "libpq connection string")->type_name("CONNECTION");
    app.add_flag("--json", into.json, "print JSON: one document, or one a line");
    app.set_version_flag("--version", worker_detail::daemon_version);
    app.require_subcommand(1);
    // Options of all commands may stand behind the command.
    app.fallthrough();
    app.footer(footer_of_commands);
    worker_detail::keep_lines(app);
    add_all(app, into.chosen);
    app.footer(footer);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        if (say_what_is_wrong(app, e) == 0) return succeeded;
        if (!app.got_subcommand("health")) return not_done;
        // Where monitoring looks for it.
        std::cout << unknown_health(e.what(), into.json) << std::endl;
        return health_unknown;
    }
    into.checks_health = app.got_subcommand("health");
    return std::nullopt;
}

}  // namespace fanout::control
