// reassign_flows: flows change hands, with their runs and limits.
#include "errors.hpp"
#include "flow.hpp"
#include "handler.hpp"
#include "lock_order.hpp"

namespace fanout {
namespace {

constexpr char where[] = "reassign_flows";

void check_roles(const call& c, Oid to) {
    c.require({{0, "old"}, {1, "new"}}, where);
    if (!pg_call([&] { return superuser_arg(c.caller); })) {
        raise(sqlstate::not_owner, "reassign_flows: only a superuser gives flows to another role",
              "SQL handlers of these flows run with the new owner's rights.");
    }
    if (role_exists(to)) return;
    bad_option(where, "the new owner does not exist", "Name a role.");
}

/// Nobody defines or starts any of them until this transaction has ended.
void lock_flows_of(Oid owner) {
    static statement find_slugs(
        "SELECT DISTINCT flow_slug COLLATE \"C\" FROM fanout.flows WHERE owner = $1 ORDER BY 1", {OIDOID});
    static statement find_versions("SELECT flow_id FROM fanout.flows WHERE owner = $1 ORDER BY 1", {OIDOID});
    std::vector<std::string> slugs;
    {
        rows found = find_slugs.run({param::oid(owner)});
        for (size_t i = 0; i < found.size(); ++i) slugs.push_back(found.text(i, 1));
    }
    for (const std::string& slug : slugs) lock_definition(slug);
    const std::vector<int64_t> versions = find_versions.run({param::oid(owner)}).int8_column(1);
    for (int64_t flow_id : versions) lock_of_version(flow_id).take(ExclusiveLock);
}

int64_t hand_over_flows(Oid from, Oid to) {
    static statement write(
        "WITH handed AS (UPDATE fanout.flows SET owner = $2 WHERE owner = $1 RETURNING flow_slug) "
        "SELECT count(DISTINCT flow_slug) FROM handed",
        {OIDOID, OIDOID});
    return write.run({param::oid(from), param::oid(to)}).int8(0, 1);
}

/// What was granted to a role that is gone is nobody's right.
void hand_over_limits(Oid from, Oid to) {
    static statement write(
        "UPDATE fanout.limits SET owner = $2 WHERE limit_id = ANY (ARRAY("
        "SELECT limit_id FROM fanout.limits WHERE owner = $1 ORDER BY limit_id FOR UPDATE))",
        {OIDOID, OIDOID});
    static statement remove_grants("DELETE FROM fanout.limit_grants WHERE role = $1", {OIDOID});
    check_lock_order(lock_phase::limits);
    write.run({param::oid(from), param::oid(to)});
    if (!role_exists(from)) remove_grants.run({param::oid(from)});
}

void hand_over_runs(Oid from, Oid to) {
    static statement write("UPDATE fanout.runs SET owner = $2 WHERE run_id = ANY (ARRAY("
                           "SELECT run_id FROM fanout.runs WHERE owner = $1 ORDER BY run_id FOR UPDATE))",
                           {OIDOID, OIDOID});
    static statement forget("DELETE FROM fanout.stored_bytes WHERE owner = $1", {OIDOID});
    check_lock_order(lock_phase::runs);
    write.run({param::oid(from), param::oid(to)});
    forget.run({param::oid(from)});
}

/// What a worker is at stays in the old owner's line.
void hand_over_lines(Oid from, Oid to) {
    static statement write("UPDATE fanout.queue SET fair_owner = $2 WHERE queue_id = ANY (ARRAY("
                           "SELECT queue_id FROM fanout.queue WHERE fair_owner = $1 FOR UPDATE SKIP LOCKED))",
                           {OIDOID, OIDOID});
    write.run({param::oid(from), param::oid(to)});
}

}  // namespace
}  // namespace fanout

using namespace fanout;

/// reassign_flows(old regrole, new regrole) returns bigint: how many flows
FANOUT_FUNCTION(fanout_reassign_flows) {
    const Oid from = DatumGetObjectId(call.datum(0)), to = DatumGetObjectId(call.datum(1));
    check_roles(call, to);
    lock_flows_of(from);
    const int64_t flows = hand_over_flows(from, to);
    hand_over_lines(from, to);
    hand_over_limits(from, to);
    hand_over_runs(from, to);
    return Int64GetDatum(flows);
}
