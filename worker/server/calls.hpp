// All that the daemon says to the server, a function a statement, but for exchanges (exchange.hpp). Each throws
// connection_lost and server_error.
#pragma once

#include "base/sample.hpp"
#include "base/version.hpp"
#include "server/server_connection.hpp"
#include "tasks/holdings.hpp"
#include "tasks/pending_reports.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fanout::worker_detail::calls {

// -- a lane, which is a worker

/// In the newest protocol that the daemon speaks. Returns the worker's id.
int64_t register_worker(server_connection& c, const std::string& name,
                        const std::vector<std::string>& handlers, const std::vector<std::string>& queues,
                        int slots);
/// What the server still knows of the worker goes back into the queue.
void unregister_worker(server_connection& c, int64_t worker_id);
/// Stores what tasks say of themselves. Returns the claims that are to be stopped.
std::vector<int64_t> report(server_connection& c, int64_t worker_id, std::span<const task_report> reports);

// -- the keeper

struct heartbeats_answer {
    /// The next ones are due after it; none where no lease was renewed.
    std::optional<std::chrono::milliseconds> interval;
    /// The workers whose leases were renewed, and which claims each is to stop.
    std::map<int64_t, std::vector<int64_t>> heard;
};

/// Renews the leases of workers that are registered.
heartbeats_answer heartbeats(server_connection& c, const std::vector<holdings>& workers);

// -- what runs claims on the server

/// Nothing but an answer.
void ping(server_connection& c);
/// Runs a part of the engine's own work. Returns whether more is left.
bool run_internal(server_connection& c, int64_t worker_id, int64_t claim_id);

struct sql_batch {
    bool is_last;
    int next_most;                  ///< how many tasks the next one is to have
    int done;                       ///< how many this one had, of all claims; none: an error took it back
    std::vector<int64_t> finished;  ///< claims
};

/// Runs SQL tasks of a claim, and of others that go along, so many at most.
sql_batch run_sql_tasks(server_connection& c, int64_t worker_id, int64_t claim_id, int most,
                        const std::vector<int64_t>& others);
/// A claim's statement took its connection down, or can't be run.
void report_crash(server_connection& c, int64_t worker_id, int64_t claim_id, const std::string& why);
/// Ends another session of this role.
void end_session(server_connection& c, int backend);

// -- maintenance

void maintain(server_connection& c);
/// Until there is something to maintain, an interval of heartbeats at most.
std::chrono::milliseconds time_to_maintenance(server_connection& c);
/// What the database counts of its queues.
samples queue_metrics(server_connection& c);
/// Whether any work of these is queued, claimed or to come.
bool is_work_left(server_connection& c, const std::vector<std::string>& handlers,
                  const std::vector<std::string>& queues);

// -- the first contact

struct introduction {
    std::string role;                    ///< the one that we have there
    bool is_read_only;                   ///< a standby, or set so
    std::optional<std::string> version;  ///< of the extension; nothing where there is none
    bool is_front;                       ///< whether it has fanout_front, which has no runs of its own
};

introduction introduce(server_connection& c);
/// Those that the database speaks; nothing where its extension is older than all of them.
std::optional<protocol_range> protocols(server_connection& c);
/// Throws server_error where the role has no right to work.
void check_rights(server_connection& c);
/// Whether the database is a copy that nobody has adopted.
bool is_copy(server_connection& c);

// -- what the daemon tells people to say

/// It gives a role the right to work.
inline std::string grant_to(const std::string& role) {
    return "SELECT fanout.grant_worker('" + role + "')";
}
inline constexpr char installation[] = "CREATE EXTENSION pgfanout";
inline constexpr char way_to_shards[] = "connect to a shard: SELECT shard, connection FROM fanout.shards";
inline constexpr char adoption[] = "SELECT fanout.adopt_copy()";
inline constexpr char update[] = "ALTER EXTENSION pgfanout UPDATE";

}  // namespace fanout::worker_detail::calls
