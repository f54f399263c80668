// The connection string: what the daemon adds to the caller's.
#pragma once

#include <string>

namespace fanout::worker_detail {

/// Adds TCP settings with which a peer that is silently gone is noticed within a minute, where neither the
/// string nor its service says otherwise. Throws configuration_error where libpq can't read the string.
std::string with_network_defaults(const std::string& connection);

/// Whether libpq can read the string, and it says anything.
bool is_connection_string(const std::string& text);

/// The string as it may be shown: unchanged where it has no password or other secret, else with what else it
/// says. What libpq can't read is unchanged.
std::string without_secrets(const std::string& connection);

}  // namespace fanout::worker_detail
