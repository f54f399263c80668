// What a command works with.
#pragma once

#include "server/server_connection.hpp"

#include <string>

namespace fanout::control {

struct session {
    worker_detail::server_connection server;  ///< connects when it is asked something
    const bool json;                          ///< what is printed is JSON
};

}  // namespace fanout::control
