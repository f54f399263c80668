// What libpqxx 6.4, 7.8, 7.10 and 8 call by different names. Only this header includes libpqxx, and only it knows
// PQXX_VERSION_MAJOR.
#pragma once

#include <pqxx/pqxx>

#include <libpq-fe.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fanout::worker_detail {

/// A row of a result, and a field of a row. Version 8's are views of a result that is kept.
using pqxx_row = decltype(std::declval<const pqxx::result&>()[0]);
using pqxx_field = decltype(std::declval<const pqxx_row&>()[0]);

/// A parameter in PostgreSQL's binary format.
struct binary_parameter {
    std::string bytes;
};

/// Several parameters, as texts; a null pointer is a null.
using text_parameters = std::vector<const char*>;

// -- making a connection of one of libpq's ------------------------------------------------------------------

#if PQXX_VERSION_MAJOR < 7
class pqxx_connection : public pqxx::connection_base {
public:
    explicit pqxx_connection(PGconn* made) : connection_base(policy_), policy_(made) {
        try {
            init();
        } catch (...) {
            close();
            throw;
        }
        // A lost connection must be noticed, not replaced behind our back: what was under way is in doubt.
        // (Version 7 doesn't reactivate; 6.4 deprecates the switch together with what it switches off.)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
        inhibit_reactivation(true);
#pragma GCC diagnostic pop
    }
    ~pqxx_connection() {
        close();
    }

private:
    class given : public pqxx::connectionpolicy {
    public:
        explicit given(PGconn* made) : connectionpolicy(""), made_(made) {}
        handle do_startconnect(handle before) override {
            return before ? before : std::exchange(made_, nullptr);
        }

    private:
        PGconn* made_;
    };

    given policy_;
};

inline std::unique_ptr<pqxx_connection> adopt(PGconn* made) {
    return std::make_unique<pqxx_connection>(made);
}
#else
using pqxx_connection = pqxx::connection;

inline std::unique_ptr<pqxx_connection> adopt(PGconn* made) {
    return std::make_unique<pqxx_connection>(pqxx_connection::seize_raw_connection(made));
}
#endif

// -- statements with parameters -----------------------------------------------------------------------------

#if PQXX_VERSION_MAJOR < 7
template <typename T> const T& as_parameter(const T& value) {
    return value;
}
inline auto as_parameter(const binary_parameter& value) {
    return pqxx::binarystring(value.bytes);
}
inline auto as_parameter(const text_parameters& values) {
    return pqxx::prepare::make_dynamic_params(values);
}

template <typename... Args>
pqxx::result execute(pqxx::nontransaction& transaction, const std::string& sql, const Args&... args) {
    return transaction.exec_params(sql, as_parameter(args)...);
}

template <typename... Args>
pqxx::result execute_prepared(pqxx::nontransaction& transaction, const std::string& name,
                              const Args&... args) {
    return transaction.exec_prepared(name, as_parameter(args)...);
}
#else
/// params::append would convert a value likewise, but g++ 14 warns of its variants within it.
template <typename T> void append(pqxx::params& all, const T& value) {
    if (pqxx::is_null(value)) {
        all.append();
    } else {
        all.append(pqxx::to_string(value));
    }
}
inline void append(pqxx::params& all, const binary_parameter& value) {
    all.append(pqxx::binary_cast(value.bytes));
}
inline void append(pqxx::params& all, const text_parameters& values) {
    for (const char* value : values) append(all, value);
}

template <typename... Args> pqxx::params parameters(const Args&... args) {
    pqxx::params all;
    all.reserve(sizeof...(args));
    (append(all, args), ...);
    return all;
}

template <typename... Args>
pqxx::result execute(pqxx::nontransaction& transaction, const std::string& sql, const Args&... args) {
#if PQXX_VERSION_MAJOR == 7 && PQXX_VERSION_MINOR < 10
    return transaction.exec_params(sql, parameters(args...));
#else
    return transaction.exec(sql, parameters(args...));
#endif
}

template <typename... Args>
pqxx::result execute_prepared(pqxx::nontransaction& transaction, const std::string& name,
                              const Args&... args) {
#if PQXX_VERSION_MAJOR == 7 && PQXX_VERSION_MINOR < 10
    return transaction.exec_prepared(name, parameters(args...));
#else
    return transaction.exec(pqxx::prepped{name}, parameters(args...));
#endif
}
#endif

// -- notifications ------------------------------------------------------------------------------------------

/// Has a function called with the payload of every notification on a channel. Ends before its connection does.
#if PQXX_VERSION_MAJOR < 7 || (PQXX_VERSION_MAJOR == 7 && PQXX_VERSION_MINOR < 10)
class listener : public pqxx::notification_receiver {
public:
    listener(pqxx_connection& c, const std::string& channel, std::function<void(const std::string&)> heard)
        : pqxx::notification_receiver(c, channel), heard_(std::move(heard)) {}
    void operator()(const std::string& payload, int) override { heard_(payload); }

private:
    std::function<void(const std::string&)> heard_;
};
#else
class listener {
public:
    listener(pqxx_connection& c, const std::string& channel, std::function<void(const std::string&)> heard) {
        c.listen(channel,
                 [heard = std::move(heard)](const pqxx::notification& n) { heard(std::string(n.payload)); });
    }
};
#endif

}  // namespace fanout::worker_detail
