// prune: removing runs that ended long ago.
#include "engine/run_removal.hpp"
#include "flows/flow.hpp"
#include "flows/own_flow_slug.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/access.hpp"
#include "postgres/entry.hpp"
#include "postgres/settings.hpp"
#include "runs/ended_roots.hpp"

#include <algorithm>
#include <span>

namespace fanout {
namespace {

/// The arguments of prune, by position.
enum argument { older_than, flow_slug, status, dry_run };

constexpr char where[] = "prune";

void check_age(const call& c) {
    static Interval zero{};
    if (is_shorter(c.datum(older_than), IntervalPGetDatum(&zero))) {
        bad_option(where, "older_than is negative",
                   "Give how long ago a run must have ended: '0' for all that have.");
    }
    check_length(c.datum(older_than), where, "older_than");
}

/// The statuses of the runs that are to go.
parameter statuses(const call& c) {
    constexpr char hint[] = "It is any of completed, failed and cancelled; null for all of them.";
    if (c.is_null(status)) return param::text_array({"completed", "failed", "cancelled"});
    const std::vector<std::string> given = text_elements(c.datum(status), std::string(where) + ": status");
    if (given.empty()) bad_option(where, "status is empty", hint);
    for (const std::string& name : given) {
        const auto known = run_statuses.find(name);
        if (!known || *known == run_status::started) bad_option(where, "status has \"" + name + "\"", hint);
    }
    return param::datum(c.datum(status));
}

std::vector<ended_runs> ended_long_ago(const call& c) {
    static statement find(
        "SELECT f.flow_id, u.status, $1 - $2 FROM fanout.flows f "
        "CROSS JOIN (SELECT DISTINCT s FROM unnest($3) s) u (status) "
        "WHERE ($4 IS NULL OR f.flow_slug = $4) AND ($5 OR pg_has_role($6, f.owner::oid, 'USAGE'))",
        {TIMESTAMPTZOID, INTERVALOID, TEXTARRAYOID, TEXTOID, BOOLOID, OIDOID});
    return read_ended_runs(find.run({param::time(engine_clock()), param::datum(c.datum(older_than)),
                                     statuses(c), param::optional_text(c.optional_text(flow_slug)),
                                     param::boolean(is_operator(c.caller)), param::oid(c.caller)}));
}

}  // namespace
}  // namespace fanout

using namespace fanout;

/// prune(older_than interval, flow_slug text, status text[], dry_run boolean) returns bigint
FANOUT_FUNCTION(fanout_prune) {
    constexpr size_t most_at_once = 1000;
    call.require({{older_than, "older_than"}, {dry_run, "dry_run"}}, where);
    check_age(call);
    if (const auto slug = call.optional_text(flow_slug))
        require_run_access(call.caller, current_version(*slug).owner, "flow \"" + *slug + "\"");
    const std::vector<pg_uuid_t> roots = find_ended_roots(ended_long_ago(call), SIZE_MAX);
    const family_removal removal;
    int64_t runs = 0;
    for (std::span<const pg_uuid_t> rest = roots; !rest.empty();) {
        const std::span<const pg_uuid_t> next = rest.first(std::min(most_at_once, rest.size()));
        const std::vector<pg_uuid_t> batch(next.begin(), next.end());
        runs += call.boolean(dry_run) ? removal.count(batch) : removal.remove(batch);
        rest = rest.subspan(next.size());
    }
    if (!call.boolean(dry_run)) drop_own_flows_without_runs();
    return Int64GetDatum(runs);
}
