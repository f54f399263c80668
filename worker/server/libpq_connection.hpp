// Connections are made with libpq, and handed to libpqxx then. For libpqxx asks a connection that has just
// been lost for its encoding, before it looks at what the server said, and knows only that it is lost.
#pragma once

#include "server/pqxx_compat.hpp"

#include <string>
#include <string_view>

namespace fanout::worker_detail {

/// Notes why the server is about to end the connection: what it says to an idle client comes as a notice, and
/// that another of its processes has crashed as a warning. Other notices are nobody's.
/// @param last_words  a std::string, which outlives all results
inline void note_last_words(void* last_words, const PGresult* notice) {
    auto field = [notice](int code) {
        const char* text = PQresultErrorField(notice, code);
        return std::string_view(text ? text : "");
    };
    const std::string_view severity = field(PG_DIAG_SEVERITY_NONLOCALIZED);
    if (severity == "FATAL" || severity == "PANIC" || field(PG_DIAG_SQLSTATE).starts_with("57P")) {
        *static_cast<std::string*>(last_words) = PQresultErrorMessage(notice);
    }
}

/// Connects. Throws pqxx::broken_connection with libpq's message.
/// @param last_words  where what the server says at the end is kept; outlives all results
inline PGconn* connect_with_libpq(const std::string& options, std::string& last_words) {
    PGconn* made = PQconnectdb(options.c_str());
    if (PQstatus(made) != CONNECTION_OK) {
        const std::string reason = made ? PQerrorMessage(made) : "out of memory";
        PQfinish(made);
        throw pqxx::broken_connection(reason);
    }
    PQsetNoticeReceiver(made, note_last_words, &last_words);
    return made;
}

}  // namespace fanout::worker_detail
