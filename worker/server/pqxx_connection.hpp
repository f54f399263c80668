// The only header that includes libpqxx: 6.4 (Debian 12) or 7.10 (Debian 13).
//
// Connections are made with libpq, and handed to libpqxx then. For libpqxx asks a connection that has just
// been lost for its encoding, before it looks at what the server said, and knows only that it is lost.
#pragma once

#include <pqxx/pqxx>

#include <libpq-fe.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace fanout::worker_detail {

#if PQXX_VERSION_MAJOR < 7
/// Version 6's connection, on one of libpq's.
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

/// What the server says beside its answers.
struct server_words {
    std::function<void(const std::string&)>
        heard;              ///< gets notices and warnings, as libpq writes them; may be empty
    std::string last = {};  ///< why the server is about to end the connection
};

/// Why it does comes as a notice to an idle client, and that another of its processes has crashed as a warning.
/// @param words  the server_words, which outlive all results
inline void hear(void* words, const PGresult* notice) {
    auto& [heard, last] = *static_cast<server_words*>(words);
    auto field = [notice](int code) {
        const char* text = PQresultErrorField(notice, code);
        return std::string_view(text ? text : "");
    };
    const std::string_view severity = field(PG_DIAG_SEVERITY_NONLOCALIZED);
    if (severity == "FATAL" || severity == "PANIC" || field(PG_DIAG_SQLSTATE).starts_with("57P")) {
        last = PQresultErrorMessage(notice);
    } else if (heard) {
        heard(PQresultErrorMessage(notice));
    }
}

/// Connects. Throws pqxx::broken_connection with libpq's message.
/// @param words  outlive all results
inline PGconn* connect_with_libpq(const std::string& options, server_words& words) {
    PGconn* made = PQconnectdb(options.c_str());
    if (PQstatus(made) != CONNECTION_OK) {
        const std::string reason = made ? PQerrorMessage(made) : "out of memory";
        PQfinish(made);
        throw pqxx::broken_connection(reason);
    }
    PQsetNoticeReceiver(made, hear, &words);
    return made;
}

}  // namespace fanout::worker_detail
