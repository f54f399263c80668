#include "server/refusal.hpp"

#include "server/errors.hpp"

#include <libpq-fe.h>
#include <poll.h>

#include <chrono>
#include <memory>
#include <sstream>

namespace fanout::worker_detail {
namespace {

constexpr std::chrono::seconds longest_try{10};

using raw_connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;

/// Returns false where it takes too long.
bool wait_for(const raw_connection& c, PostgresPollingStatusType what,
              std::chrono::steady_clock::time_point deadline) {
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    const short events = what == PGRES_POLLING_READING ? POLLIN : POLLOUT;
    pollfd socket{PQsocket(c.get()), events, 0};
    return left.count() > 0 && poll(&socket, 1, static_cast<int>(left.count())) > 0;
}

/// libpq's messages, one a server, each with the SQLSTATE in place of the text where the server sent one:
/// libpq tells it of a connection that failed in no other way.
std::string messages(const std::string& connection) {
    const raw_connection c(PQconnectStart(connection.c_str()), PQfinish);
    if (!c || PQstatus(c.get()) == CONNECTION_BAD) return "";
    PQsetErrorVerbosity(c.get(), PQERRORS_SQLSTATE);
    const auto deadline = std::chrono::steady_clock::now() + longest_try;
    auto what = PGRES_POLLING_WRITING;
    while (what == PGRES_POLLING_WRITING || what == PGRES_POLLING_READING) {
        if (!wait_for(c, what, deadline)) return "";
        what = PQconnectPoll(c.get());
    }
    return what == PGRES_POLLING_OK ? "" : PQerrorMessage(c.get());
}

/// Who may connect (28), to what (3D000, 42501).
bool is_refusal(const std::string& sqlstate) {
    return sqlstate.starts_with("28") || sqlstate == "3D000" || sqlstate == sqlstates::insufficient_privilege;
}

}  // namespace

std::optional<std::string> find_refusal(const std::string& connection) {
    std::istringstream lines(messages(connection));
    std::optional<std::string> result;
    for (std::string line; std::getline(lines, line);) {
        const std::string state = line.substr(line.find_last_of(' ') + 1);
        if (!is_refusal(state)) return std::nullopt;
        result = state;
    }
    return result;
}

}  // namespace fanout::worker_detail
