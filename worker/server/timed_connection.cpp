#include "server/timed_connection.hpp"

#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace fanout::worker_detail {
namespace {

using std::chrono::milliseconds;

/// How soon it is noticed that nobody wants the answer any more.
constexpr milliseconds look_interval{100};
/// The server's own end of a statement comes first, and leaves the connection usable.
constexpr milliseconds grace{250};

milliseconds left_until(timed_connection::clock::time_point until) {
    return std::chrono::duration_cast<milliseconds>(until - timed_connection::clock::now());
}

std::string message_of(const PGconn* c) {
    std::string text = PQerrorMessage(c);
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

std::string field_of(const PGresult* r, int code) {
    const char* text = PQresultErrorField(r, code);
    return text ? text : "";
}

/// Nothing of it outlives the transaction: the session may be a pooler's. What the page's role can put in the way of a name
/// (its search_path) is not to be found.
std::string beginning(const page_statement& s, milliseconds patience) {
    const std::string time = std::to_string(std::max<int64_t>(patience.count(), 1));
    return std::string("BEGIN ISOLATION LEVEL READ COMMITTED ") +
           (s.is_read_only ? "READ ONLY" : "READ WRITE") + "; SET LOCAL statement_timeout = " + time +
           "; SET LOCAL lock_timeout = " + time +
           "; SET LOCAL search_path = pg_catalog, pg_temp; SET LOCAL jit = off";
}

}  // namespace

timed_connection::timed_connection(std::string options, const std::atomic<bool>& stop)
    : options_(std::move(options)), stop_(stop), connection_(nullptr, PQfinish) {}

timed_connection::~timed_connection() = default;
timed_connection::timed_connection(timed_connection&&) noexcept = default;

std::optional<std::string> timed_connection::ask(const page_statement& s, const parameters& with,
                                                 milliseconds patience) {
    const clock::time_point until = clock::now() + patience;
    try {
        // One that was closed while it was idle.
        if (connection_ &&
            (!PQconsumeInput(connection_.get()) || PQstatus(connection_.get()) != CONNECTION_OK)) {
            connection_.reset();
        }
        if (!connection_) connect(until);
        run(beginning(s, left_until(until)), until);
        std::optional<std::string> answer = ask_connected(s, with, until + grace);
        run("COMMIT", until + grace);
        return answer;
    } catch (const server_error&) {
        roll_back(until + grace);
        throw;
    } catch (...) {
        connection_.reset();
        throw;
    }
}

void timed_connection::roll_back(clock::time_point until) {
    try {
        run("ROLLBACK", until);
    } catch (const std::runtime_error&) {
        connection_.reset();
    }
}

void timed_connection::connect(clock::time_point until) {
    // The later ones go before what the string says.
    const char* keywords[] = {"dbname", "application_name", "client_encoding", nullptr};
    const char* values[] = {options_.c_str(), "fanoutd page", "UTF8", nullptr};
    connection_.reset(PQconnectStartParams(keywords, values, 1));
    if (!connection_) throw connection_lost("out of memory", false);
    PQsetNoticeProcessor(
        connection_.get(), [](void*, const char*) {}, nullptr);
    PostgresPollingStatusType next = PGRES_POLLING_WRITING;
    while (PQstatus(connection_.get()) != CONNECTION_BAD && next != PGRES_POLLING_OK) {
        if (next == PGRES_POLLING_FAILED) lost();
        wait(next == PGRES_POLLING_READING ? POLLIN : POLLOUT, until);
        next = PQconnectPoll(connection_.get());
    }
    if (PQstatus(connection_.get()) != CONNECTION_OK) lost();
    PQsetnonblocking(connection_.get(), 1);
}

std::optional<std::string> timed_connection::ask_connected(const page_statement& s, const parameters& with,
                                                           clock::time_point until) {
    std::vector<const char*> values;
    for (const auto& value : with) values.push_back(value ? value->c_str() : nullptr);
    if (!PQsendQueryParams(connection_.get(), s.sql, static_cast<int>(values.size()), nullptr, values.data(),
                           nullptr, nullptr, 0)) {
        lost();
    }
    const result answer = receive(until);
    if (PQntuples(answer.get()) == 0 || PQgetisnull(answer.get(), 0, 0)) return std::nullopt;
    return std::string(PQgetvalue(answer.get(), 0, 0), static_cast<size_t>(PQgetlength(answer.get(), 0, 0)));
}

void timed_connection::run(const std::string& sql, clock::time_point until) {
    if (!PQsendQuery(connection_.get(), sql.c_str())) lost();
    receive(until);
}

/// The last result, when all have come.
timed_connection::result timed_connection::receive(clock::time_point until) {
    flush(until);
    result last(nullptr, PQclear);
    while (result next = next_result(until)) {
        if (PQresultStatus(next.get()) == PGRES_FATAL_ERROR) {
            const std::string sqlstate = field_of(next.get(), PG_DIAG_SQLSTATE);
            // A server that shuts down says so (57P..), and so does a pooler that has lost its server (08...).
            if (sqlstate.empty() || sqlstate.starts_with("57P") || sqlstate.starts_with("08")) lost();
            const std::string hint = field_of(next.get(), PG_DIAG_MESSAGE_HINT);
            throw server_error(
                field_of(next.get(), PG_DIAG_MESSAGE_PRIMARY) + (hint.empty() ? "" : "\n" + hint), sqlstate);
        }
        last = std::move(next);
    }
    if (!last) lost();
    return last;
}

timed_connection::result timed_connection::next_result(clock::time_point until) {
    while (PQisBusy(connection_.get())) {
        wait(POLLIN, until);
        if (!PQconsumeInput(connection_.get())) lost();
    }
    return {PQgetResult(connection_.get()), PQclear};
}

void timed_connection::flush(clock::time_point until) {
    while (const int unsent = PQflush(connection_.get())) {
        if (unsent < 0) lost();
        wait(POLLIN | POLLOUT, until);
        if (!PQconsumeInput(connection_.get())) lost();
    }
}

void timed_connection::wait(short events, clock::time_point until) const {
    while (true) {
        const milliseconds left = left_until(until);
        if (left <= milliseconds::zero()) throw too_slow("no answer in time");
        if (stop_) throw too_slow("the page ends");
        pollfd ready{PQsocket(connection_.get()), events, 0};
        const int count = poll(&ready, 1, static_cast<int>(std::min(left, look_interval).count()));
        if (count > 0 || (count < 0 && errno != EINTR)) return;
    }
}

void timed_connection::lost() const {
    throw connection_lost(message_of(connection_.get()), false);
}

}  // namespace fanout::worker_detail
