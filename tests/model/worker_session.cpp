#include "worker_session.hpp"

#include <server/array_text.hpp>

namespace model {

using fanout::worker_detail::array_text;
using fanout::worker_detail::server_error;

void worker_session::enroll() {
    array_text handlers;
    for (const std::string& handler : setting_.handlers) handlers.add_quoted(handler);
    id_ = database_
              .run("SELECT fanout.register_worker($1, $2::text[], slots => 50)", setting_.name,
                   std::move(handlers).finish())[0][0]
              .c_str();
    last_beat_ = std::chrono::steady_clock::now();
}

void worker_session::unregister() {
    database_.run("SELECT fanout.unregister_worker($1)", id_);
}

void worker_session::die() {
    database_.run("UPDATE fanout.heartbeats SET seen_at = seen_at - interval '1 h', "
                  "leased_until = seen_at - interval '1 h', suspect_since = seen_at - interval '1 h' "
                  "WHERE worker_id = $1",
                  id_);
    database_.run("SELECT fanout.maintain()");
}

void worker_session::beat() {
    const auto now = std::chrono::steady_clock::now();
    if (now - last_beat_ < std::chrono::milliseconds(500)) return;
    database_.run("SELECT fanout.heartbeat($1)", id_);
    last_beat_ = now;
}

void worker_session::run_sql_claim(const std::string& claim_id) {
    try {
        for (std::string most;;) {
            const pqxx::result row = database_.run(
                "SELECT remaining, next_max FROM fanout.run_sql_tasks($1, $2, nullif($3, '')::int)", id_,
                claim_id, most);
            if (row.empty() || row[0][0].as<int>() == 0) return;
            most = row[0][1].is_null() ? "" : row[0][1].c_str();
        }
    } catch (const server_error& e) {
        if (!is_out_of_date(e)) throw;
    }
}

void worker_session::run_internal_claim(const std::string& claim_id) {
    try {
        while (database_.run("SELECT fanout.run_internal($1, $2)", id_, claim_id)[0][0].as<int>() > 0) {
        }
    } catch (const server_error& e) {
        if (!is_out_of_date(e)) throw;
    }
}

attempt_end worker_session::perform(const std::string& flow_slug, const std::string& step_slug,
                                    const json& input, int attempt) const {
    return make_attempt(setting_.flows.find(flow_slug)->at(step_slug).does, input, attempt);
}

bool is_out_of_date(const server_error& e) {
    return e.sqlstate == "PFSTL" || e.sqlstate == "PFTSK" || e.sqlstate == "PFWRK";
}

}  // namespace model
