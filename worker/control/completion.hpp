// What may stand where the cursor is: for the shells' completion.
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <vector>

namespace fanout::control {

/// The names of flows, or the ids of runs: of what has this name in the help, as FLOW or RUN.
using name_source = std::function<std::vector<std::string>(const std::string& kind)>;

/// @param words  what follows the program's name, up to the cursor: the last one is being written
/// @return  words that may be meant, each beginning with what there is of the last one
std::vector<std::string> completions(const CLI::App& app, const std::vector<std::string>& words,
                                     const name_source& names);

}  // namespace fanout::control
