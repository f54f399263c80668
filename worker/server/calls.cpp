#include "server/calls.hpp"

#include "server/array_text.hpp"
#include "server/postgres.hpp"

#include <nlohmann/json.hpp>

#include <string_view>
#include <utility>

namespace fanout::worker_detail::calls {
namespace {

std::chrono::milliseconds milliseconds(const pqxx_field& seconds) {
    return std::chrono::milliseconds(static_cast<int64_t>(seconds.as<double>() * 1000));
}

std::string array_of(const std::vector<int64_t>& ids) {
    array_text result;
    for (int64_t id : ids) result.add_plain(std::to_string(id));
    return std::move(result).finish();
}

/// By unnamed statements: a user's function could give a name that is prepared another meaning. The statement
/// gives one row. Any other answer is another statement's: whether ours has run isn't known.
template <typename... Args>
pqxx::result run_users_code(server_connection& c, int columns, const std::string& sql, const Args&... args) {
    pqxx::result answer = c.statements().run(sql, args...);
    if (answer.size() == 1 && static_cast<int>(answer.columns()) == columns) return answer;
    throw connection_lost("an answer that was not asked for", true);
}

}  // namespace

int64_t register_worker(server_connection& c, const std::string& name,
                        const std::vector<std::string>& handlers, const std::vector<std::string>& queues,
                        int slots) {
    const pqxx::result made = c.statements().run(
        "SELECT fanout.register_worker($1, $2::text[], $3::text[], $4, $5, $6)", name, text_array(handlers),
        text_array(queues), slots, daemon_version, spoken_protocols.newest);
    return made[0][0].as<int64_t>();
}

void unregister_worker(server_connection& c, int64_t worker_id) {
    c.statements().run("SELECT fanout.unregister_worker($1)", worker_id);
}

std::vector<int64_t> report(server_connection& c, int64_t worker_id, std::span<const task_report> reports) {
    array_text claim_ids, indexes, details;
    for (const task_report& r : reports) {
        claim_ids.add_plain(std::to_string(r.claim_id));
        indexes.add_plain(std::to_string(r.index));
        details.add_quoted(r.details);
    }
    const pqxx::result answer = c.statements().run(
        "SELECT fanout.heartbeat($1, $2::bigint[], $3::int[], $4::text[])", worker_id,
        std::move(claim_ids).finish(), std::move(indexes).finish(), std::move(details).finish());
    std::vector<int64_t> to_stop;
    for (const auto& row : answer) to_stop.push_back(row[0].as<int64_t>());
    return to_stop;
}

heartbeats_answer heartbeats(server_connection& c, const std::vector<holdings>& workers) {
    std::vector<int64_t> ids, recorded, holders, holding;
    for (const holdings& w : workers) {
        ids.push_back(w.worker_id);
        recorded.push_back(w.recorded);
        holders.insert(holders.end(), w.claim_ids.size(), w.worker_id);
        holding.insert(holding.end(), w.claim_ids.begin(), w.claim_ids.end());
    }
    // In one statement, so that the interval is that of the leases which are renewed.
    const pqxx::result rows = c.statements().run_often(
        "fanout_heartbeats",
        "SELECT worker_id, claim_id, (SELECT extract(epoch FROM fanout.heartbeat_interval())) "
        "FROM fanout.heartbeats($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[])",
        array_of(ids), array_of(recorded), array_of(holders), array_of(holding));
    heartbeats_answer result;
    for (const auto& row : rows) {
        std::vector<int64_t>& to_stop = result.heard[row[0].as<int64_t>()];
        if (!row[1].is_null()) to_stop.push_back(row[1].as<int64_t>());
        result.interval = milliseconds(row[2]);
    }
    return result;
}

void ping(server_connection& c) {
    c.statements().run("SELECT 1");
}

bool run_internal(server_connection& c, int64_t worker_id, int64_t claim_id) {
    const pqxx::result answer =
        run_users_code(c, 1, "SELECT fanout.run_internal($1, $2)", worker_id, claim_id);
    return answer[0][0].as<int>() > 0;
}

sql_batch run_sql_tasks(server_connection& c, int64_t worker_id, int64_t claim_id, int most,
                        const std::vector<int64_t>& others) {
    const pqxx::result answer =
        run_users_code(c, 4,
                       "SELECT remaining, next_max, done, pg_catalog.array_to_json(finished) "
                       "FROM fanout.run_sql_tasks($1, $2, $3, $4::bigint[])",
                       worker_id, claim_id, most, array_of(others));
    const pqxx_row row = answer[0];
    return {row[0].as<int>() <= 0, row[1].as<int>(), row[2].as<int>(),
            nlohmann::json::parse(row[3].c_str()).get<std::vector<int64_t>>()};
}

void report_crash(server_connection& c, int64_t worker_id, int64_t claim_id, const std::string& why) {
    c.statements().run("SELECT fanout.report_crash($1, $2, $3)", worker_id, claim_id, why);
}

void end_session(server_connection& c, int backend) {
    c.statements().run("SELECT pg_catalog.pg_terminate_backend($1)", backend);
}

void maintain(server_connection& c) {
    c.statements().run("SELECT fanout.maintain()");
}

std::chrono::milliseconds time_to_maintenance(server_connection& c) {
    const pqxx::result r =
        c.statements().run("SELECT extract(epoch FROM least(fanout.next_deadline() - clock_timestamp(), "
                           "fanout.heartbeat_interval()))");
    return milliseconds(r[0][0]);
}

samples queue_metrics(server_connection& c) {
    samples result;
    const pqxx::result rows =
        c.statements().run("SELECT name, labels, value FROM fanout.metrics() WHERE value IS NOT NULL");
    for (const auto& row : rows) {
        result.push_back({row[0].c_str(), nlohmann::json::parse(row[1].c_str()), row[2].as<double>()});
    }
    return result;
}

bool is_work_left(server_connection& c, const std::vector<std::string>& handlers,
                  const std::vector<std::string>& queues) {
    const pqxx::result r = c.statements().run("SELECT fanout.work_left($1::text[], $2::text[])",
                                              text_array(handlers), text_array(queues));
    return r[0][0].as<bool>();
}

introduction introduce(server_connection& c) {
    const pqxx::result r =
        c.statements().run("SELECT current_user, pg_catalog.current_setting('transaction_read_only'), "
                           "(SELECT extversion FROM pg_catalog.pg_extension WHERE extname = 'pgfanout'), "
                           "EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = 'fanout_front')");
    const pqxx_row row = r[0];
    introduction result{row[0].c_str(), std::string_view(row[1].c_str()) == "on", {}, row[3].as<bool>()};
    if (!row[2].is_null()) result.version = row[2].c_str();
    return result;
}

std::optional<protocol_range> protocols(server_connection& c) {
    try {
        const pqxx::result r = c.statements().run("SELECT oldest, newest FROM fanout.protocols()");
        return protocol_range{r[0][0].as<int>(), r[0][1].as<int>()};
    } catch (const server_error& e) {
        if (e.sqlstate != sqlstates::undefined_function) throw;
        return std::nullopt;
    }
}

void check_rights(server_connection& c) {
    c.statements().run("SELECT fanout.work_left('{}')");
}

bool is_copy(server_connection& c) {
    return c.statements().run("SELECT fanout.is_copy()")[0][0].as<bool>();
}

}  // namespace fanout::worker_detail::calls
