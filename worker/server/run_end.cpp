#include "server/run_end.hpp"

#include "server/postgres.hpp"

namespace fanout::worker_detail {
namespace {

/// The session that it runs in may be any of a pooler's, and have whatever its role or database sets.
constexpr char wait[] = R"(
CALL fanout.wait_for_run($1::uuid, least($2::interval,
    nullif(pg_catalog.current_setting('statement_timeout')::interval, '0') / 2,
    nullif(pg_catalog.current_setting('transaction_timeout', true)::interval, '0') / 2)))";

}  // namespace

void wait_for_end_of_run(server_connection& c, const std::string& run_id, std::chrono::milliseconds longest) {
    c.statements().run_procedure(wait, run_id, std::to_string(longest.count()) + " ms");
}

}  // namespace fanout::worker_detail
