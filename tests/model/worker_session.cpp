#include "worker_session.hpp"

#include <server/array_text.hpp>

#include <set>

namespace model {

using fanout::worker_detail::array_text;
using fanout::worker_detail::server_error;

void worker_session::enroll() {
    array_text handlers;
    for (const std::string& handler : setting_.handlers) handlers.add_quoted(handler);
    id_ = database_
              .run("SELECT fanout.register_worker($1, $2::text[], slots => 50, protocol => 2)", setting_.name,
                   std::move(handlers).finish())[0][0]
              .c_str();
    last_beat_ = std::chrono::steady_clock::now();
}

void worker_session::unregister() {
    repeat_while_busy([&] { database_.run("SELECT fanout.unregister_worker($1)", id_); });
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

void worker_session::run_sql_claims(std::vector<std::string> claim_ids) {
    for (std::string most; !claim_ids.empty();) {
        try {
            if (run_sql_batch(claim_ids, most)) continue;
        } catch (const server_error& e) {
            if (is_busy(e)) continue;
            if (!is_out_of_date(e)) throw;
        }
        claim_ids.erase(claim_ids.begin());
    }
}

/// Removes the claims that are finished. Returns whether there may be more of the first.
bool worker_session::run_sql_batch(std::vector<std::string>& claim_ids, std::string& most) {
    array_text others;
    for (size_t i = 1; i < claim_ids.size(); ++i) others.add_plain(claim_ids[i]);
    const pqxx::result answer =
        database_.run("SELECT remaining, next_max, array_to_json(finished) "
                      "FROM fanout.run_sql_tasks($1, $2, nullif($3, '')::int, $4::bigint[])",
                      id_, claim_ids.front(), most, std::move(others).finish());
    most = answer[0][1].c_str();
    const bool is_over = answer[0][0].as<int>() == 0;
    const std::string first = claim_ids.front();
    const auto finished = json::parse(answer[0][2].c_str()).get<std::set<int64_t>>();
    std::erase_if(claim_ids,
                  [&](const std::string& id) { return id != first && finished.contains(std::stoll(id)); });
    return !is_over;
}

void worker_session::run_internal_claim(const std::string& claim_id) {
    for (bool is_over = false; !is_over;) {
        try {
            is_over = database_.run("SELECT fanout.run_internal($1, $2)", id_, claim_id)[0][0].as<int>() == 0;
        } catch (const server_error& e) {
            if (is_busy(e)) continue;
            if (!is_out_of_date(e)) throw;
            is_over = true;
        }
    }
}

attempt_end worker_session::perform(const std::string& flow_slug, const std::string& step_slug,
                                    const json& input, int attempt) const {
    return make_attempt(setting_.flows.find(flow_slug)->at(step_slug).does, input, attempt);
}

bool is_busy(const server_error& e) {
    return e.sqlstate == "PFBSY" || e.sqlstate == "55P03";
}

bool is_out_of_date(const server_error& e) {
    return e.sqlstate == "PFSTL" || e.sqlstate == "PFTSK" || e.sqlstate == "PFWRK";
}

}  // namespace model
