#include "daemon/first_contact.hpp"

#include "base/backoff_pause.hpp"
#include "base/exit_status.hpp"
#include "base/log.hpp"
#include "base/stoppable_pause.hpp"
#include "base/version.hpp"
#include "server/calls.hpp"
#include "server/refusal.hpp"

#include <algorithm>

namespace fanout::worker_detail {
namespace {

/// What keeps the daemon from working there, and the remedy.
struct obstacle {
    std::string problem, remedy;
    const char* refused_because = nullptr;  ///< where an administrator is waited for
};

obstacle to_be_updated(const std::string& version) {
    return {"the database's pgfanout is version " + version + ", which is to be updated", calls::update,
            refusal_of_all(sqlstates::schema_version)};
}

obstacle to_be_adopted() {
    return {"the database is a copy, with what was under way in the original",
            std::string(calls::adoption) + ", where the original does not go on",
            refusal_of_all(sqlstates::database_copy)};
}

std::string text_of(const protocol_range& range) {
    return std::to_string(range.oldest) + " to " + std::to_string(range.newest);
}

std::optional<obstacle> compare_protocols(const protocol_range& there, const std::string& version) {
    const bool is_older = spoken_protocols.newest < there.oldest;
    if (!is_older && spoken_protocols.oldest <= there.newest) return std::nullopt;
    return obstacle{"the database's pgfanout, version " + version + ", speaks protocols " + text_of(there) +
                        ", and this daemon, version " + daemon_version + ", " + text_of(spoken_protocols),
                    is_older ? "install a newer fanoutd, as of version " + version
                             : std::string("install pgfanout ") + daemon_version + " on the server, then " +
                                   calls::update + "; or an older fanoutd"};
}

/// Throws connection_lost where the server may only be read from.
std::optional<obstacle> find_obstacle(server_connection& c) {
    const calls::introduction there = calls::introduce(c);
    if (there.is_read_only) {
        throw connection_lost("the server may only be read from: it is a standby, or set so", false);
    }
    if (!there.version && there.is_front)
        return obstacle{"the database has fanout_front, and no extension pgfanout", calls::way_to_shards};
    if (!there.version) return obstacle{"the database has no extension pgfanout", calls::installation};
    try {
        calls::check_rights(c);
        const std::optional<protocol_range> protocols = calls::protocols(c);
        if (!protocols) return to_be_updated(*there.version);
        if (auto found = compare_protocols(*protocols, *there.version)) return found;
        if (calls::is_copy(c)) return to_be_adopted();
    } catch (const server_error& e) {
        if (e.sqlstate == sqlstates::schema_version) return to_be_updated(*there.version);
        if (e.sqlstate != sqlstates::insufficient_privilege) throw;
        return obstacle{e.what(), calls::grant_to(there.role)};
    }
    return std::nullopt;
}

std::string remedy_for(const std::string& sqlstate) {
    if (sqlstate == "3D000") return "create the database, or name another one";
    if (sqlstate == sqlstates::insufficient_privilege) return "GRANT CONNECT ON DATABASE";
    return "check the role, its password, and the server's pg_hba.conf";
}

/// `later`: an administrator has to act first.
enum class answer { welcome, refusal, later, none };

/// Logs a refusal; where there is no answer, `reason` says why.
answer ask(server_connection& c, const std::string& connection_string, loop_status& shown,
           std::string& reason) {
    std::optional<obstacle> found;
    shown.refused_because = nullptr;
    try {
        found = find_obstacle(c);
        if (!found) return answer::welcome;
        shown.refused_because = found->refused_because;
    } catch (const server_error& e) {
        reason = e.what();
        return answer::none;
    } catch (const connection_lost& e) {
        reason = e.what();
        const std::optional<std::string> sqlstate = find_refusal(connection_string);
        if (!sqlstate) return answer::none;
        found = {reason + " (SQLSTATE " + *sqlstate + ")", remedy_for(*sqlstate)};
    }
    log::error("can't work with this server", {{"reason", found->problem}, {"remedy", found->remedy}});
    return found->refused_because ? answer::later : answer::refusal;
}

}  // namespace

first_contact::first_contact(const options& o, std::shared_ptr<loop_status> status, bool is_alone)
    : shown_(std::move(status)), is_alone_(is_alone), thread_([this, o](std::stop_token stop) {
          status_ = make(o, stop);
          over_ = true;
      }) {}

std::optional<int> first_contact::make(const options& o, std::stop_token stop) {
    log::set_database(shown_->database);
    server_connection c(o.connection);
    const auto longest = o.connect_timeout.value_or(std::chrono::hours(0));
    auto patience = std::chrono::steady_clock::now() + longest;
    for (backoff_pause backoff, refused;;) {
        std::string reason;
        const answer got = ask(c, o.connection, *shown_, reason);
        if (got == answer::welcome) return std::nullopt;
        const bool is_final = got == answer::refusal || (got == answer::later && o.once);
        if (is_final && is_alone_) return server_refused;
        if (got == answer::later) {
            if (!pause(refused.next(), stop)) return finished;
            // It is within reach.
            patience = std::chrono::steady_clock::now() + longest;
            backoff = {};
            continue;
        }
        if (is_alone_ && o.connect_timeout && std::chrono::steady_clock::now() >= patience) {
            log::error("no server",
                       {{"reason", reason}, {"waited_ms", std::to_string(o.connect_timeout->count())}});
            return unreachable;
        }
        auto time = backoff.next();
        if (got == answer::none) {
            time = std::min(time, longest_probe);
            shown_->note_no_connection(reason);
            log::warn("can't connect", {{"reason", reason}, {"retry_ms", std::to_string(time.count())}});
        }
        if (!pause(time, stop)) return finished;
    }
}

}  // namespace fanout::worker_detail
