// completion, which prints a script for the shell, and __complete, which that script calls.
#include "control/commands.hpp"
#include "control/completion.hpp"
#include "control/completion_scripts.hpp"
#include "control/exit_statuses.hpp"
#include "server/query.hpp"

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace fanout::control {
namespace {

struct completion_options {
    std::string shell;
};

int print_script(session&, const completion_options& o) {
    std::cout << (o.shell == "bash" ? bash_script : zsh_script);
    return succeeded;
}

struct written_words {
    std::vector<std::string> all;
};

constexpr char flows[] = "SELECT flow FROM fanout.flows_overview WHERE is_current";
constexpr char runs[] = "SELECT run_id FROM fanout.runs_overview LIMIT 20";

/// The one that the words name, else libpq's variables'.
std::string connection_in(const std::vector<std::string>& words) {
    constexpr std::string_view option = "--connection";
    for (size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i] == "-d" || words[i] == option) return words[i + 1];
        if (words[i].starts_with(option) && words[i][option.size()] == '=')
            return words[i].substr(option.size() + 1);
    }
    return "";
}

std::vector<std::string> names_of(const std::string& kind, const std::vector<std::string>& words) {
    worker_detail::server_connection server(connection_in(words));
    const bool is_either = kind == "RUN_OR_FLOW";
    std::vector<std::string> result;
    for (const auto& [name, sql] : {std::pair{"FLOW", flows}, std::pair{"RUN", runs}}) {
        if (kind != name && !is_either) continue;
        for (const auto& row : worker_detail::query(server, sql).rows) result.push_back(*row[0]);
    }
    return result;
}

int complete(const CLI::App& app, const written_words& written) {
    // Nobody waits for long.
    setenv("PGCONNECT_TIMEOUT", "2", 1);
    const auto names = [&](const std::string& kind) { return names_of(kind, written.all); };
    for (const std::string& word : completions(app, written.all, names)) std::cout << word << '\n';
    return succeeded;
}

}  // namespace

void add_completion(CLI::App& app, action& chosen) {
    add_command<completion_options>(
        app, chosen, "completion", "prints a script for a shell's completion",
        [](CLI::App& c, completion_options& o) {
            one_of(c.add_option("SHELL", o.shell, "the shell"), {"bash", "zsh"})->required();
        },
        print_script);
    add_command<written_words>(
        app, chosen, "__complete", "what may stand in the last of these words",
        [](CLI::App& c, written_words& o) {
            c.group("");
            c.add_option("WORD", o.all)->allow_extra_args();
        },
        [&app](session&, const written_words& o) { return complete(app, o); });
}

}  // namespace fanout::control
