// JSON that an argument says, or a file, or standard input.
#pragma once

#include <istream>
#include <string>

namespace fanout::control {

/// Reads JSON as it is given: itself, @FILE, or - for `standard_input`. Numbers keep all their digits. Throws
/// usage_error where it can't be read or is no JSON.
/// @param option  its name, for errors
std::string read_json_argument(const std::string& option, const std::string& argument,
                               std::istream& standard_input);

}  // namespace fanout::control
