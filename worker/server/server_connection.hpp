// A connection to the database, as the daemon holds it: nothing of libpqxx shows, and what is said on it stands
// in calls.hpp and exchange.hpp; what people ask for goes through query.hpp.
#pragma once

#include "server/errors.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace fanout::worker_detail {

class connection;

class server_connection {
public:
    using listener = std::function<void(const std::string&)>;

    /// @param heard  gets the server's notices and warnings, as libpq writes them
    explicit server_connection(const std::string& options, listener heard = {});
    ~server_connection();
    server_connection(const server_connection&) = delete;
    server_connection& operator=(const server_connection&) = delete;

    /// Whether the server's session is this connection's own.
    bool has_own_session();
    /// The server's process for this session. None behind a pooler, whose sessions are those of other
    /// clients, too.
    std::optional<int> backend();
    /// Calls `heard` with the payload of every notification on the channel from now on; `wait` delivers them.
    void listen(const std::string& channel, listener heard);
    /// Waits for a notification, this long at most.
    void wait(int milliseconds);
    /// Asks the server to break off the statement that another thread runs on this connection.
    void cancel();
    /// Drops the connection; the next statement makes a new one.
    void disconnect();

    /// For statements, which are worker/server's alone.
    connection& statements() { return *connection_; }

private:
    std::unique_ptr<connection> connection_;
};

}  // namespace fanout::worker_detail
