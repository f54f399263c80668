// The only header that includes libpqxx. It compiles against 6.4 (Debian 12) and 7.10 (Debian 13).
#pragma once

#include <pqxx/pqxx>

#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>

namespace fanout::worker_detail {

/// The server could not be reached, or the connection was lost: what was under way is in doubt.
class connection_lost : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The server answered with an error.
class server_error : public std::runtime_error {
public:
    server_error(const std::string& message, std::string state)
        : std::runtime_error(message), sqlstate(std::move(state)) {}
    std::string sqlstate;
};

/// One connection to the database. Statements are autocommit and single, so any of them may go to another
/// server connection behind a transaction pooler.
class connection {
public:
    explicit connection(std::string options) : options_(std::move(options)) {}

    /// Runs one statement with text parameters; connects first where it isn't connected.
    template <typename... Args> pqxx::result run(const std::string& sql, const Args&... args) {
        return guarded([&] {
            pqxx::nontransaction transaction(connected());
#if PQXX_VERSION_MAJOR < 7
            return transaction.exec_params(sql, args...);
#else
            return transaction.exec(sql, pqxx::params{args...});
#endif
        });
    }

    /// The same for a statement that is run often: prepared once a connection. Behind a pooler that hands out
    /// another session for each transaction the name is soon unknown; from then on it goes without.
    template <typename... Args>
    pqxx::result run_often(const std::string& name, const std::string& sql, const Args&... args) {
        if (!prepares_) return run(sql, args...);
        try {
            return guarded([&] {
                pqxx::connection& c = connected();
                if (prepared_.insert(name).second) c.prepare(name, sql);
                pqxx::nontransaction transaction(c);
#if PQXX_VERSION_MAJOR < 7
                return transaction.exec_prepared(name, args...);
#else
                return transaction.exec(pqxx::prepped{name}, pqxx::params{args...});
#endif
            });
        } catch (const server_error& e) {
            const bool unknown = e.sqlstate == "26000", exists = e.sqlstate == "42P05";
            if (!unknown && !exists) throw;
            // Nothing was run yet.
            prepares_ = false;
            return run(sql, args...);
        }
    }

    /// Calls `heard` with the payload of every notification on the channel from now on; `wait` delivers them.
    void listen(const std::string& channel, std::function<void(const std::string&)> heard) {
        guarded([&] {
#if PQXX_VERSION_MAJOR < 7
            receiver_ = std::make_unique<receiver>(connected(), channel, std::move(heard));
#else
            connected().listen(channel,
                               [heard](const pqxx::notification& n) { heard(std::string(n.payload)); });
#endif
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
#if PQXX_VERSION_MAJOR < 7
        receiver_.reset();
#endif
        connection_.reset();
        prepared_.clear();
    }

private:
    pqxx::connection& connected() {
        if (connection_) return *connection_;
        auto made = std::make_unique<pqxx::connection>(options_);
#if PQXX_VERSION_MAJOR < 7
        // A lost connection must be noticed, not replaced behind our back: what was under way is in doubt.
        // (Version 7 doesn't reactivate; 6.4 deprecates the switch together with what it switches off.)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
        made->inhibit_reactivation(true);
#pragma GCC diagnostic pop
#endif
        std::lock_guard lock(mutex_);
        connection_ = std::move(made);
        return *connection_;
    }

    template <typename F> auto guarded(F&& f) -> decltype(f()) {
        try {
            return f();
        } catch (const pqxx::broken_connection& e) {
            disconnect();
            throw connection_lost(without_line_end(e.what()));
        } catch (const pqxx::deadlock_detected& e) {
            fail(e, "40P01");
        } catch (const pqxx::sql_error& e) {
            fail(e, e.sqlstate());
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

    /// A server that shuts down says so, and then closes the connection.
    [[noreturn]] void fail(const std::exception& e, const std::string& sqlstate) {
        const std::string reason = without_line_end(e.what());
        if (!connection_ || !connection_->is_open() || sqlstate.starts_with("57P")) {
            disconnect();
            throw connection_lost(reason);
        }
        throw server_error(reason, sqlstate);
    }

    std::string options_;
    std::mutex mutex_;  // of connection_ as a pointer: cancel() comes from another thread
    std::unique_ptr<pqxx::connection> connection_;
    std::set<std::string> prepared_;
    bool prepares_ = true;

#if PQXX_VERSION_MAJOR < 7
    class receiver : public pqxx::notification_receiver {
    public:
        receiver(pqxx::connection& c, const std::string& channel,
                 std::function<void(const std::string&)> heard)
            : pqxx::notification_receiver(c, channel), heard_(std::move(heard)) {}
        void operator()(const std::string& payload, int) override { heard_(payload); }

    private:
        std::function<void(const std::string&)> heard_;
    };
    std::unique_ptr<receiver> receiver_;
#endif
};

}  // namespace fanout::worker_detail
