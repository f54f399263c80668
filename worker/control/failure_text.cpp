#include "control/failure_text.hpp"

#include "base/version.hpp"
#include "server/calls.hpp"

namespace fanout::control {
namespace {

using namespace worker_detail;

/// Of PostgreSQL's errors those that say that something isn't there: a schema, a table, a column, a function.
bool says_missing(const std::string& sqlstate) {
    return sqlstate == "3F000" || sqlstate == "42P01" || sqlstate == "42703" ||
           sqlstate == sqlstates::undefined_function;
}

std::string remedy(server_connection& c, const std::string& sqlstate, const std::string& refusal,
                   bool of_health) {
    const calls::introduction there = calls::introduce(c);
    if (sqlstate == sqlstates::insufficient_privilege) {
        // Which are no developer's to call.
        if (refusal.ends_with("function pause_queue") || refusal.ends_with("function continue_queue"))
            return "SELECT fanout.grant_operator('" + there.role + "') gives " + there.role + " the right.";
        if (of_health)
            return "SELECT fanout.grant_operator('" + there.role + "'), or membership in pg_monitor, gives " +
                   there.role + " the right.";
        return "SELECT fanout.grant_developer('" + there.role + "'), or grant_operator, gives " + there.role +
               " the right.";
    }
    if (!there.version && there.is_front)
        return std::string("The database has fanout_front, and no extension pgfanout: ") +
               calls::way_to_shards + ".";
    if (!there.version)
        return std::string("The database has no extension pgfanout: ") + calls::installation + ".";
    return "The database's pgfanout, version " + *there.version +
           ", doesn't have it, and this fanoutctl, version " + daemon_version +
           ", needs it: install that version on the server, then ALTER EXTENSION pgfanout UPDATE.";
}

}  // namespace

std::string message_of(std::string_view said) {
    // The labels are libpq's, which speaks English to a program that asks for no other language; the severity is the
    // server's.
    said = said.substr(0, said.find("\nCONTEXT:  "));
    const size_t severity = said.find(":  ");
    if (severity != said.npos && severity < said.find('\n')) said.remove_prefix(severity + 3);
    return std::string(said);
}

std::string failure_text(server_connection& c, const server_error& e, bool of_health) {
    std::string message = message_of(e.what());
    const std::string first_line = message.substr(0, message.find('\n'));
    const bool has_hint = message.find("\nHINT:  ") != message.npos;
    const bool is_refused = e.sqlstate == sqlstates::insufficient_privilege && !has_hint;
    if (!is_refused && !says_missing(e.sqlstate)) return message;
    try {
        // PostgreSQL's own hint is about the statement, which is none of theirs.
        return first_line + "\nHINT:  " + remedy(c, e.sqlstate, first_line, of_health);
    } catch (const std::exception&) {
        return message;
    }
}

}  // namespace fanout::control
