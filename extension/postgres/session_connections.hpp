// Connections that dblink keeps for the session, with and without names, and with the rights of whoever opened
// them.
#pragma once

namespace fanout {

/// Closes them all; which of them are a function's can't be told. Where dblink isn't loaded, there are none.
void close_session_connections();

}  // namespace fanout
