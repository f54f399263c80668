// Connections are made with libpq, and handed to libpqxx then. For libpqxx asks a connection that has just
// been lost for its encoding, before it looks at what the server said, and knows only that it is lost.
#pragma once

#include "server/pqxx_compat.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace fanout::worker_detail {

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
