// fanoutctl's command line.
#pragma once

#include "control/commands.hpp"

#include <memory>
#include <optional>
#include <string>

namespace fanout::control {

struct command_line {
    std::string connection;
    bool json = false;
    action chosen;
    bool checks_health = false;
    std::unique_ptr<CLI::App> app;  ///< what `chosen` may need
};

/// Reads it. Returns the exit status where the program is to end (`--help`, `--version`, an error), having printed what
/// is to be printed.
std::optional<int> read_command_line(int argc, char** argv, command_line& into);

}  // namespace fanout::control
