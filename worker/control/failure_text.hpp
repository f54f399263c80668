// What people are told of an error of the server's.
#pragma once

#include "server/server_connection.hpp"

#include <string>
#include <string_view>

namespace fanout::control {

/// Its message, detail and hint: not where in the server's functions it was raised.
std::string message_of(std::string_view said);

/// The same, and what can be done where the extension isn't there, is of another version, or the role has no rights.
/// @param of_health  whether it is an administrator's command that has failed
std::string failure_text(worker_detail::server_connection& c, const worker_detail::server_error& e,
                         bool of_health);

}  // namespace fanout::control
