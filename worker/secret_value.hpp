// Values of the configuration that may be secrets: they are read from elsewhere, and never logged.
#pragma once

#include "json_section.hpp"

namespace fanout::worker_detail {

/// Reads a text, or {"file": "/path"}: the file's content without its last line break, or {"env": "NAME"}:
/// the daemon's environment variable. What they hold goes into no error message.
section::reader secret_value(const section& s, std::string& into);

}  // namespace fanout::worker_detail
