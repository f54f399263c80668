// Statements on one connection. Included by what says them, which is worker/server.
#pragma once

#include "server/errors.hpp"
#include "server/libpq_connection.hpp"
#include "server/pqxx_compat.hpp"

#include <poll.h>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fanout::worker_detail {

/// Whether the session was ended before the statement began: by a pooler that had no server's session for it (its
/// SQLSTATE is the same where one was lost in mid-statement), or by a library that is older than the database's
/// extension. The severity before it is in the server's language.
inline bool was_not_begun(std::string_view last_words) {
    const size_t severity = last_words.find(":  ");
    if (severity == last_words.npos) return false;
    last_words.remove_prefix(severity + 3);
    return last_words.starts_with("query_wait_timeout") || last_words.starts_with("server login ") ||
           last_words.starts_with("this session's library, of version ");
}

/// What a database or a role may set for everybody and the engine's statements are not to have: they take
/// locks and read what is new under them, so an old snapshot would only have them fail, again and again; and
/// what they run is bounded by the steps' timeouts. Nor is the daemon's null in an array to be read as a text.
/// What the connection's own string sets holds.
inline constexpr char unwanted_settings[] =
    "SELECT s.name, w.value FROM (VALUES ('default_transaction_isolation', 'read committed'), "
    "('statement_timeout', '0'), ('lock_timeout', '0'), ('transaction_timeout', '0'), "
    "('idle_in_transaction_session_timeout', '0'), ('array_nulls', 'on')) AS w (name, value) "
    "JOIN pg_catalog.pg_settings s USING (name) WHERE s.setting <> w.value AND s.source <> 'client'";

/// One connection to the database. Statements are autocommit and single, so any of them may go to another
/// server connection behind a transaction pooler.
class connection {
public:
    /// @param heard  gets the server's notices and warnings
    explicit connection(std::string options, std::function<void(const std::string&)> heard = {})
        : options_(std::move(options)), words_{std::move(heard)} {}

    /// Runs one statement with its parameters, text or binary_parameter; connects first where it isn't
    /// connected.
    template <typename... Args> pqxx::result run(const std::string& sql, const Args&... args) {
        return guarded([&] {
            pqxx::nontransaction transaction(connected());
            if (begin_.empty()) return execute(transaction, sql, args...);
            try {
                transaction.exec(begin_);
                const pqxx::result result = execute(transaction, sql, args...);
                transaction.exec("COMMIT");
                return result;
            } catch (const pqxx::broken_connection&) {
                throw;
            } catch (const pqxx::failure&) {
                roll_back(transaction);
                throw;
            }
        });
    }

    /// The same for a procedure that ends transactions itself, and so takes what the session has of settings that
    /// `run` sets for its transaction behind a pooler.
    template <typename... Args> pqxx::result run_procedure(const std::string& sql, const Args&... args) {
        return guarded([&] {
            pqxx::nontransaction transaction(connected());
            return execute(transaction, sql, args...);
        });
    }

    /// As `run`, for a statement that is run often: prepared once a connection. A pooler's sessions are other
    /// clients' as well, and have no use for our names; should a name be unknown nevertheless, or a prepared
    /// statement out of date, the connection goes on without.
    template <typename... Args>
    pqxx::result run_often(const std::string& name, const std::string& sql, const Args&... args) {
        if (!prepares_ || !has_own_session()) return run(sql, args...);
        try {
            return guarded([&] {
                pqxx_connection& c = connected();
                if (prepared_.insert(name).second) c.prepare(name, sql);
                pqxx::nontransaction transaction(c);
                return execute_prepared(transaction, name, args...);
            });
        } catch (const server_error& e) {
            const bool unknown = e.sqlstate == "26000", exists = e.sqlstate == "42P05";
            const bool outdated = e.sqlstate == "0A000";
            if (!unknown && !exists && !outdated) throw;
            // Nothing was run yet.
            prepares_ = false;
            return run(sql, args...);
        }
    }

    /// Whether the server's session is this connection's own.
    bool has_own_session() {
        (void)connected();
        return own_session_;
    }

    /// The server's process for this session. None behind a pooler, whose sessions are those of other
    /// clients, too.
    std::optional<int> backend() {
        return has_own_session() ? std::optional(connected().backendpid()) : std::nullopt;
    }

    /// Calls `heard` with the payload of every notification on the channel from now on; `wait` delivers them.
    void listen(const std::string& channel, std::function<void(const std::string&)> heard) {
        guarded([&] {
            pqxx_connection& c = connected();
            listeners_.push_back(std::make_unique<listener>(c, channel, std::move(heard)));
        });
    }

    /// Waits for a notification, this long at most.
    void wait(int milliseconds) {
        guarded([&] { connected().await_notification(milliseconds / 1000, (milliseconds % 1000) * 1000L); });
    }

    /// Asks the server to break off the statement that another thread runs on this connection.
    void cancel() {
        std::lock_guard lock(mutex_);
        try {
            if (connection_) connection_->cancel_query();
        } catch (const pqxx::failure&) {
            // It has ended, or the connection is lost: there is nothing to break off.
        }
    }

    /// Drops the connection; the next statement makes a new one.
    void disconnect() {
        std::lock_guard lock(mutex_);
        listeners_.clear();
        connection_.reset();
        raw_ = nullptr;
        prepared_.clear();
        begin_.clear();
    }

private:
    pqxx_connection& connected() {
        if (connection_ && was_closed()) {
            const bool listened = !listeners_.empty();
            const std::string reason = reason_of_end("");
            disconnect();
            // A new one would hear nothing.
            if (listened) {
                throw connection_lost(
                    "it was closed while it was idle" + (reason.empty() ? "" : ": " + reason), false);
            }
        }
        if (connection_) return *connection_;
        std::unique_ptr<pqxx_connection> made = make();
        set_up(*made);
        std::lock_guard lock(mutex_);
        connection_ = std::move(made);
        return *connection_;
    }

    /// Whether the other end has closed it since it was used last: then nothing has been sent yet, and what
    /// is to be sent is not in doubt. Whatever has come in is read, to its end.
    bool was_closed() {
        pollfd readable{connection_->sock(), POLLIN, 0};
        try {
            while (poll(&readable, 1, 0) > 0) (void)connection_->get_notifs();
            return false;
        } catch (const pqxx::failure&) {
            return true;
        }
    }

    std::unique_ptr<pqxx_connection> make() {
        words_.last.clear();
        try {
            raw_ = connect_with_libpq(options_, words_);
            return adopt(raw_);
        } catch (const pqxx::failure& e) {
            raw_ = nullptr;
            throw connection_lost(without_line_end(e.what()), false);
        }
    }

    /// What the server said last on a connection that is lost, and libpq where that was nothing.
    std::string reason_of_end(const std::string& otherwise) const {
        std::string said = !words_.last.empty() ? words_.last : raw_ ? PQerrorMessage(raw_) : "";
        // Before what libpq adds about the connection.
        const size_t added = said.find("\nserver closed the connection unexpectedly");
        said = without_line_end(said.substr(0, added));
        return said.empty() ? otherwise : said;
    }

    /// A pooler makes up the key that its clients get for cancelling, process number included. Its sessions
    /// are other clients', too, so nothing is set in them but for a transaction.
    void set_up(pqxx_connection& c) {
        try {
            pqxx::nontransaction transaction(c);
            const int backend = transaction.exec("SELECT pg_catalog.pg_backend_pid()")[0][0].as<int>();
            own_session_ = backend == c.backendpid();
            const pqxx::result unwanted = transaction.exec(unwanted_settings);
            for (const auto& row : unwanted) {
                const std::string set =
                    std::string(row[0].c_str()) + " = " + transaction.quote(row[1].c_str());
                if (own_session_) {
                    transaction.exec("SET " + set);
                } else {
                    begin_ += "; SET LOCAL " + set;
                }
            }
            if (!begin_.empty()) begin_ = "BEGIN ISOLATION LEVEL READ COMMITTED" + begin_;
        } catch (const pqxx::failure& e) {
            const std::string reason = reason_of_end(without_line_end(e.what()));
            begin_.clear();
            raw_ = nullptr;
            throw connection_lost(reason, false);
        }
    }

    /// Where it fails, as where a cancel request meets it, fail() drops the connection.
    static void roll_back(pqxx::nontransaction& transaction) {
        try {
            transaction.exec("ROLLBACK");
        } catch (const pqxx::broken_connection&) {
            throw;
        } catch (const pqxx::failure&) {
        }
    }

    template <typename F> auto guarded(F&& f) -> decltype(f()) {
        try {
            return f();
        } catch (const pqxx::broken_connection& e) {
            const std::string reason = reason_of_end(without_line_end(e.what()));
            disconnect();
            throw connection_lost(reason, !was_not_begun(reason));
        } catch (const pqxx::deadlock_detected& e) {
            fail(e, "40P01");
        } catch (const pqxx::insufficient_privilege& e) {
            // 6.4 leaves its SQLSTATE empty.
            fail(e, sqlstates::insufficient_privilege);
        } catch (const pqxx::sql_error& e) {
            fail(e, std::string(e.sqlstate()));
        } catch (const pqxx::failure& e) {
            // In 6.4 serialization failures and in-doubt commits are no sql_error and tell no SQLSTATE.
            fail(e, "40000");
        }
    }

    /// libpq's messages end with one.
    static std::string without_line_end(std::string message) {
        while (message.ends_with('\n')) message.pop_back();
        return message;
    }

    /// A server that shuts down says so (57P..), and so does a pooler that has lost its server (08...), and
    /// then closes the connection. One that has become a standby refuses to write (25006): connecting again
    /// finds the one that took its place, where the connection string names several.
    [[noreturn]] void fail(const std::exception& e, const std::string& sqlstate) {
        const std::string reason = without_line_end(e.what());
        const bool is_closed = !connection_ || !connection_->is_open();
        const bool is_read_only = sqlstate == sqlstates::read_only;
        if (is_closed || is_read_only || sqlstate.starts_with("57P") || sqlstate.starts_with("08")) {
            const std::string end = is_closed ? reason_of_end(reason) : reason;
            disconnect();
            throw connection_lost(end, !is_read_only && !was_not_begun(end));
        }
        // A transaction that has not come to its end would refuse whatever is sent next.
        if (PQtransactionStatus(raw_) != PQTRANS_IDLE) disconnect();
        throw server_error(reason, sqlstate);
    }

    std::string options_;
    std::mutex mutex_;  // of connection_ as a pointer: cancel() comes from another thread
    server_words words_;
    PGconn* raw_ = nullptr;  // connection_'s
    std::unique_ptr<pqxx_connection> connection_;
    std::vector<std::unique_ptr<listener>> listeners_;
    std::set<std::string> prepared_;
    bool prepares_ = true;
    bool own_session_ = false;
    std::string begin_;  ///< of a transaction around each statement, where a pooler's sessions need one
};

}  // namespace fanout::worker_detail
