// fanoutctl's commands. Each defines itself and its options, and where it is the one that was given, says what is to be
// done.
#pragma once

#include "control/session.hpp"

#include <CLI/CLI.hpp>

#include <functional>

namespace fanout::control {

/// Returns the exit status.
using action = std::function<int(session&)>;

// The completion of the shells goes by the names of positional arguments and of options' types: FLOW and RUN are looked
// up, and text|dot are the words that may stand there.

void add_run(CLI::App& app, action& chosen);
void add_wait(CLI::App& app, action& chosen);
void add_results(CLI::App& app, action& chosen);
void add_status(CLI::App& app, action& chosen);
void add_why(CLI::App& app, action& chosen);
void add_errors(CLI::App& app, action& chosen);
void add_runs(CLI::App& app, action& chosen);
void add_graph(CLI::App& app, action& chosen);
void add_timeline(CLI::App& app, action& chosen);
void add_explain(CLI::App& app, action& chosen);
void add_cancel(CLI::App& app, action& chosen);
void add_resume(CLI::App& app, action& chosen);
void add_retry(CLI::App& app, action& chosen);
void add_pause(CLI::App& app, action& chosen);
void add_continue(CLI::App& app, action& chosen);
void add_top(CLI::App& app, action& chosen);
void add_health(CLI::App& app, action& chosen);
void add_completion(CLI::App& app, action& chosen);

/// Defines a command whose options are read into an O, and which then does `run`.
/// @param define  void(CLI::App&, O&)
/// @param run  int(session&, const O&)
template <typename O, typename Define, typename Run>
void add_command(CLI::App& app, action& chosen, const std::string& name, const std::string& description,
                 Define define, Run run) {
    const auto o = std::make_shared<O>();
    CLI::App* command = app.add_subcommand(name, description);
    define(*command, *o);
    command->callback([&chosen, o, run] { chosen = [o, run](session& s) { return run(s, *o); }; });
}

/// An argument that is one of these words.
inline CLI::Option* one_of(CLI::Option* o, const std::vector<std::string>& words) {
    return o->check(CLI::IsMember(words).description(""))->type_name(CLI::detail::join(words, "|"));
}

}  // namespace fanout::control
