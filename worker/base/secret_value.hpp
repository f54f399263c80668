// Values of the configuration that may be secrets: they are read from elsewhere, and never logged.
#pragma once

#include "base/json_section.hpp"

namespace fanout::worker_detail {

/// Reads a text, or {"file": "/path"}: the file's content without its last line break, or {"env": "NAME"}:
/// the daemon's environment variable. What they hold goes into no error message.
section::reader secret_value(const section& s, std::string& into);

/// The content of a file that the key "file" of an object names, without its last line break.
std::string secret_of_file(const section& s, const std::string& file);
/// The daemon's variable that the key "env" of an object names.
std::string secret_of_variable(const section& s, const std::string& name);

}  // namespace fanout::worker_detail
