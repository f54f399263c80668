// What may become of a statement, and the server's errors by name.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace fanout::worker_detail {

/// The server could not be reached, or the connection was lost, or it leads to a server that can't be written
/// to.
class connection_lost : public std::runtime_error {
public:
    connection_lost(const std::string& message, bool is_in_doubt)
        : std::runtime_error(message), in_doubt(is_in_doubt) {}
    bool in_doubt;  ///< whether a statement was under way, which the server may have run or not
};

/// The server answered with an error.
class server_error : public std::runtime_error {
public:
    server_error(const std::string& message, std::string state)
        : std::runtime_error(message), sqlstate(std::move(state)) {}
    std::string sqlstate;
};

/// SQLSTATEs that the daemon knows what to do about.
namespace sqlstates {

/// The server doesn't know this worker.
inline constexpr char unknown_worker[] = "PFWRK";
/// The claim isn't the worker's any more.
inline constexpr char stale_claim[] = "PFSTL";
/// The server has recorded later calls of this worker than this one.
inline constexpr char out_of_sequence[] = "PFSEQ";
/// The database is a copy of another, and nobody has adopted it.
inline constexpr char database_copy[] = "PFCPY";
/// The database's extension is older than what its library serves, and is to be updated.
inline constexpr char schema_version[] = "PFVER";
/// Of a call whose claim somebody else has locked.
inline constexpr char lock_not_available[] = "55P03";
inline constexpr char query_canceled[] = "57014";
inline constexpr char insufficient_privilege[] = "42501";
inline constexpr char undefined_function[] = "42883";
/// A standby, or a database that is set so.
inline constexpr char read_only[] = "25006";

}  // namespace sqlstates

/// Why the database serves nobody until an administrator has acted, where the error says that; else null.
inline const char* refusal_of_all(const std::string& sqlstate) {
    if (sqlstate == sqlstates::database_copy) return "the database is a copy that nobody has adopted";
    if (sqlstate == sqlstates::schema_version)
        return "the database's extension is older than its library: ALTER EXTENSION pgfanout UPDATE";
    return nullptr;
}

}  // namespace fanout::worker_detail
