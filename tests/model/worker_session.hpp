// A registered worker on a connection: what clients of all habits do.
#pragma once

#include "behaviour.hpp"
#include "clients.hpp"
#include "observation.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace model {

class worker_session {
public:
    explicit worker_session(const client_setting& setting) : setting_(setting), database_("") {}

    const std::string& id() const { return id_; }
    connection& database() { return database_; }

    void enroll();
    void unregister();

    /// Is not heard of again: as if an hour had passed since its last heartbeat, for it alone.
    void die();

    /// Proves that it lives, where it is time to.
    void beat();

    /// Runs claims on the server until nothing is left of them: each with those behind it, as far as the server
    /// takes them along.
    void run_sql_claims(std::vector<std::string> claim_ids);

    /// A claim of the engine's own work.
    void run_internal_claim(const std::string& claim_id);

    /// What becomes of a task.
    attempt_end perform(const std::string& flow_slug, const std::string& step_slug, const json& input,
                        int attempt) const;

private:
    bool run_sql_batch(std::vector<std::string>& claim_ids, std::string& most);

    const client_setting& setting_;
    connection database_;
    std::string id_;
    std::chrono::steady_clock::time_point last_beat_;
};

/// The claim, or its worker, is gone: taken back, or its run was resumed.
bool is_out_of_date(const fanout::worker_detail::server_error& e);

/// Somebody who steers its run has it locked, and the same call is to be made again. The server has waited a while.
bool is_busy(const fanout::worker_detail::server_error& e);

template <typename Call> void repeat_while_busy(Call call) {
    for (;;) {
        try {
            return call();
        } catch (const fanout::worker_detail::server_error& e) {
            if (!is_busy(e)) throw;
        }
    }
}

}  // namespace model
