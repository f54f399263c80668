// reassign_flows: flows change hands, with their runs and limits.
#include "flows/flow.hpp"
#include "flows/role.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/entry.hpp"
#include "postgres/lock_order.hpp"

namespace fanout {
namespace {

constexpr char where[] = "reassign_flows";

void check_roles(const call& c) {
    c.require({{0, "old"}, {1, "new"}}, where);
    if (!pg_call([&] { return superuser_arg(c.caller); })) {
        raise(sqlstate::not_owner, "reassign_flows: only a superuser gives flows to another role",
              "SQL handlers of these flows run with the new owner's rights.");
    }
    if (role_exists(DatumGetObjectId(c.datum(1)))) return;
    bad_option(where, "the new owner does not exist", "Name a role.");
}

/// Who had the flows, as the tables show it, also where that is no role any more; and who gets them.
struct handover {
    std::string from;
    Oid from_role, to;

    rows run(statement& s) const { return s.run({param::text(from), param::oid(to)}); }
};

/// Nobody defines or starts any of them until this transaction has ended.
void lock_flows_of(const std::string& owner) {
    static statement find_slugs(
        "SELECT DISTINCT flow_slug COLLATE \"C\" FROM fanout.flows WHERE owner::text = $1 ORDER BY 1",
        {TEXTOID});
    static statement find_versions("SELECT flow_id FROM fanout.flows WHERE owner::text = $1 ORDER BY 1",
                                   {TEXTOID});
    std::vector<std::string> slugs;
    {
        rows found = find_slugs.run({param::text(owner)});
        for (size_t i = 0; i < found.size(); ++i) slugs.push_back(found.text(i, 1));
    }
    for (const std::string& slug : slugs) lock_definition(slug);
    const std::vector<int64_t> versions = find_versions.run({param::text(owner)}).int8_column(1);
    for (int64_t flow_id : versions) lock_of_version(flow_id).take(ExclusiveLock);
}

int64_t hand_over_flows(const handover& h) {
    static statement write(
        "WITH handed AS (UPDATE fanout.flows SET owner = $2 WHERE owner::text = $1 RETURNING flow_slug) "
        "SELECT count(DISTINCT flow_slug) FROM handed",
        {TEXTOID, OIDOID});
    return h.run(write).int8(0, 1);
}

/// What was granted to a role that is gone is nobody's right.
void hand_over_limits(const handover& h) {
    static statement write(
        "UPDATE fanout.limits SET owner = $2 WHERE limit_id = ANY (ARRAY("
        "SELECT limit_id FROM fanout.limits WHERE owner::text = $1 ORDER BY limit_id FOR UPDATE))",
        {TEXTOID, OIDOID});
    static statement remove_grants("DELETE FROM fanout.limit_grants WHERE role::text = $1", {TEXTOID});
    check_lock_order(lock_phase::limits);
    h.run(write);
    if (!role_exists(h.from_role)) remove_grants.run({param::text(h.from)});
}

void hand_over_runs(const handover& h) {
    static statement write(
        "UPDATE fanout.runs SET owner = $2 WHERE run_id = ANY (ARRAY("
        "SELECT run_id FROM fanout.runs WHERE owner::text = $1 ORDER BY run_id FOR UPDATE))",
        {TEXTOID, OIDOID});
    static statement forget("DELETE FROM fanout.stored_bytes WHERE owner = $1", {OIDOID});
    check_lock_order(lock_phase::runs);
    h.run(write);
    forget.run({param::oid(h.from_role)});
}

/// What a worker is at stays in the old owner's line.
void hand_over_lines(const handover& h) {
    static statement write(
        "UPDATE fanout.queue SET fair_owner = $2 WHERE queue_id = ANY (ARRAY("
        "    SELECT q.queue_id FROM fanout.queue q JOIN fanout.step_states s USING (state_id) JOIN fanout.runs r USING (run_id) "
        "     WHERE q.fair_key IS NOT NULL AND r.owner::text = $1 FOR UPDATE OF q SKIP LOCKED))",
        {TEXTOID, OIDOID});
    h.run(write);
}

}  // namespace
}  // namespace fanout

using namespace fanout;

/// reassign_flows(old role, new regrole) returns bigint: how many flows
FANOUT_FUNCTION(fanout_reassign_flows) {
    check_roles(call);
    const Datum old = call.datum(0);
    const handover h{role_text(old), role_number(old), DatumGetObjectId(call.datum(1))};
    lock_flows_of(h.from);
    const int64_t flows = hand_over_flows(h);
    hand_over_lines(h);
    hand_over_limits(h);
    hand_over_runs(h);
    return Int64GetDatum(flows);
}
