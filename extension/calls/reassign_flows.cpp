// reassign_flows: flows change hands, with their runs and limits.
#include "engine/run_owners.hpp"
#include "flows/flow.hpp"
#include "flows/role.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/entry.hpp"
#include "queue/fair_key.hpp"
#include "queue/limit_definition.hpp"
#include "runs/stored_bytes.hpp"

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

/// A name that was mistyped would otherwise give nothing to anybody, without a word.
void check_owner(const std::string& owner, Oid role) {
    static statement find("SELECT EXISTS (SELECT FROM fanout.flows WHERE owner::text = $1) "
                          "    OR EXISTS (SELECT FROM fanout.runs WHERE owner::text = $1) "
                          "    OR EXISTS (SELECT FROM fanout.limits WHERE owner::text = $1) "
                          "    OR EXISTS (SELECT FROM fanout.limit_grants WHERE role::text = $1)",
                          {TEXTOID});
    if (role_exists(role) || find.run({param::text(owner)}).boolean(0, 1)) return;
    bad_option(where, "old, " + owner + ", is no role here and owns nothing",
               "Write it as it is shown as an owner: alice, (missing: alice) or (dropped: 16405).");
}

}  // namespace
}  // namespace fanout

using namespace fanout;

/// reassign_flows(old role, new regrole) returns bigint: how many flows
FANOUT_FUNCTION(fanout_reassign_flows) {
    check_roles(call);
    const Datum old = call.datum(0);
    const std::string from = role_text(old);
    const Oid from_role = role_number(old), to = DatumGetObjectId(call.datum(1));
    check_owner(from, from_role);
    lock_flows_of(from);
    const int64_t flows = hand_over_flows(from, to);
    hand_over_lines(from, to);
    hand_over_limits(from, from_role, to);
    hand_over_runs(from, to);
    forget_stored_bytes(from_role);
    return Int64GetDatum(flows);
}
