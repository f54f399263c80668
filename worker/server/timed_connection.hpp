// A connection for those who would rather have no answer than wait for it: libpq without a call that blocks, since a server
// that is stopped, or a network that is gone, knows nothing of a statement_timeout.
#pragma once

#include "server/errors.hpp"
#include "server/page_statements.hpp"

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct pg_conn;
struct pg_result;

namespace fanout::worker_detail {

/// There was no answer in time.
class too_slow : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class timed_connection {
public:
    using clock = std::chrono::steady_clock;
    using parameters = std::vector<std::optional<std::string>>;

    /// @param stop  whoever waits gives up when it is set
    timed_connection(std::string options, const std::atomic<bool>& stop);
    ~timed_connection();
    timed_connection(timed_connection&&) noexcept;

    /// Runs the statement in a transaction of its own and returns its value; nothing where it gives no row. Connects first
    /// where it isn't connected. Throws too_slow, connection_lost and server_error.
    std::optional<std::string> ask(const page_statement& s, const parameters& with,
                                   std::chrono::milliseconds patience);

private:
    using connection = std::unique_ptr<pg_conn, void (*)(pg_conn*)>;
    using result = std::unique_ptr<pg_result, void (*)(pg_result*)>;

    void connect(clock::time_point until);
    std::optional<std::string> ask_connected(const page_statement& s, const parameters& with,
                                             clock::time_point until);
    void run(const std::string& sql, clock::time_point until);
    void roll_back(clock::time_point until);
    result receive(clock::time_point until);
    result next_result(clock::time_point until);
    void flush(clock::time_point until);
    void wait(short events, clock::time_point until) const;
    [[noreturn]] void lost() const;

    std::string options_;
    const std::atomic<bool>& stop_;
    connection connection_;
};

}  // namespace fanout::worker_detail
