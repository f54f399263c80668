// The only header that includes libpqxx. It compiles against 6.4 (Debian 12) and 7.10 (Debian 13).
#pragma once

#include <pqxx/pqxx>

#include <functional>
#include <memory>
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
            pqxx::nontransaction transaction(*connected());
            return transaction.exec_params(sql, args...);
        });
    }

    /// Calls `heard` for every notification on the channel from now on; `wait` delivers them.
    void listen(const std::string& channel, std::function<void()> heard) {
        guarded([&] { receiver_ = std::make_unique<receiver>(*connected(), channel, std::move(heard)); });
    }

    /// Waits for a notification, this long at most.
    void wait(int milliseconds) {
        guarded([&] { connected()->await_notification(milliseconds / 1000, (milliseconds % 1000) * 1000); });
    }

    /// Drops the connection; the next statement makes a new one.
    void disconnect() {
        receiver_.reset();
        connection_.reset();
    }

    bool is_connected() const { return connection_ != nullptr; }

private:
    class receiver : public pqxx::notification_receiver {
    public:
        receiver(pqxx::connection& c, const std::string& channel, std::function<void()> heard)
            : pqxx::notification_receiver(c, channel), heard_(std::move(heard)) {}
        void operator()(const std::string&, int) override { heard_(); }

    private:
        std::function<void()> heard_;
    };

    pqxx::connection* connected() {
        if (connection_) return connection_.get();
        connection_ = std::make_unique<pqxx::connection>(options_);
#if PQXX_VERSION_MAJOR < 7
        // A lost connection must be noticed, not replaced behind our back: what was under way is in doubt.
        // (Version 7 doesn't reactivate; 6.4 deprecates the switch together with what it switches off.)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
        connection_->inhibit_reactivation(true);
#pragma GCC diagnostic pop
#endif
        return connection_.get();
    }

    template <typename F> auto guarded(F&& f) -> decltype(f()) {
        try {
            return f();
        } catch (const pqxx::broken_connection& e) {
            disconnect();
            throw connection_lost(e.what());
        } catch (const pqxx::sql_error& e) {
            throw server_error(e.what(), e.sqlstate());
        }
    }

    std::string options_;
    std::unique_ptr<pqxx::connection> connection_;
    std::unique_ptr<receiver> receiver_;
};

}  // namespace fanout::worker_detail
