#include "queue/limit_definition.hpp"

#include "flows/flow.hpp"
#include "flows/role.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/access.hpp"
#include "postgres/entry.hpp"
#include "postgres/lock_order.hpp"
#include "postgres/settings.hpp"
#include "queue/limit.hpp"

#include <tuple>

namespace fanout {
namespace {

enum argument { limit_name, max_concurrency, rate, per, burst };

std::string read_name(const call& c, const char* function) {
    std::string name = c.is_null(limit_name) ? "" : c.text(limit_name);
    if (name.empty()) {
        raise(sqlstate::invalid_argument, std::string(function) + ": name is null or empty",
              "Name the limit.");
    }
    check_name(name, "name", function);
    return name;
}

std::string described(const std::string& name) {
    return "limit \"" + name + "\"";
}

void check_definition(const call& c, const std::string& where) {
    for (auto [at, name, least] :
         {std::tuple{max_concurrency, "max_concurrency", 0}, {rate, "rate", 1}, {burst, "burst", 1}}) {
        if (c.is_null(at) || c.int4(at) >= least) continue;
        bad_option(where, std::string(name) + " is " + std::to_string(c.int4(at)),
                   std::string(name) + " is " + std::to_string(least) + " or more.");
    }
    check_positive_interval(named_arguments(c), "per", where);
    if (c.is_null(rate) || (!c.is_null(per) && !c.is_null(burst))) return;
    bad_option(where, "per or burst is null",
               "A rate is so many tasks per interval, so many at once at most.");
}

struct existing_limit {
    int64_t limit_id;
    Oid owner;
};

std::optional<existing_limit> lock_limit(statement& lock, const std::string& name) {
    check_lock_order(lock_phase::limits);
    rows found = lock.run({param::text(name)});
    if (found.empty()) return std::nullopt;
    return existing_limit{found.int8(0, 1), found.oid(0, 2)};
}

/// Locks a limit by its name, against claims, but not against those who name it in a transaction that stays
/// open.
std::optional<existing_limit> lock_limit_to_change(const std::string& name) {
    static statement lock("SELECT limit_id, owner::oid FROM fanout.limits WHERE name = $1 FOR NO KEY UPDATE",
                          {TEXTOID});
    return lock_limit(lock, name);
}

/// Against those as well.
std::optional<existing_limit> lock_limit_to_drop(const std::string& name) {
    static statement lock("SELECT limit_id, owner::oid FROM fanout.limits WHERE name = $1 FOR UPDATE",
                          {TEXTOID});
    return lock_limit(lock, name);
}

[[noreturn]] void no_limit(const std::string& name) {
    raise(sqlstate::unknown_limit, described(name) + " does not exist",
          "fanout.limits_overview lists the limits.");
}

/// The limit that a call of grant_limit or revoke_limit names, for who may share it. Nobody drops it until
/// the transaction has ended.
int64_t find_shared_limit(const call& c, const char* function) {
    static statement find("SELECT limit_id, owner::oid FROM fanout.limits WHERE name = $1 FOR KEY SHARE",
                          {TEXTOID});
    const std::string name = read_name(c, function);
    c.require({{1, "role"}}, function);
    check_lock_order(lock_phase::limits);
    rows found = find.run({param::text(name)});
    if (found.empty()) no_limit(name);
    require_run_access(c.caller, found.oid(0, 2), described(name));
    return found.int8(0, 1);
}

/// Returns nothing where the limit is there already.
bool insert_limit(const std::string& name, Oid owner) {
    static statement insert("INSERT INTO fanout.limits (name, owner) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                            {TEXTOID, OIDOID});
    return !insert.run({param::text(name), param::oid(owner)}).empty();
}

/// A bucket that was there keeps its tokens, as far as the new burst goes; a new one is full.
void write_definition(const call& c, int64_t limit_id) {
    static statement write(
        "UPDATE fanout.limits SET max_concurrency = $2, rate = $3, "
        "    per = CASE WHEN $3 IS NOT NULL THEN $4 END, burst = CASE WHEN $3 IS NOT NULL THEN $5 END, "
        "    tokens = CASE WHEN $3 IS NOT NULL THEN least(coalesce(tokens, $5), $5) END, "
        "    refilled_at = CASE WHEN $3 IS NOT NULL THEN coalesce(refilled_at, $6) END, wake_at = NULL "
        "WHERE limit_id = $1",
        {INT8OID, INT4OID, INT4OID, INTERVALOID, INT4OID, TIMESTAMPTZOID});
    auto given = [&](argument at) { return parameter{c.datum(at), c.is_null(at)}; };
    write.run({param::int8(limit_id), given(max_concurrency), given(rate), given(per), given(burst),
               param::time(engine_clock())});
}

/// A step of a flow's current version that names the limit; of a flow that isn't the caller's, only whose it
/// is.
std::optional<std::string> step_with(const std::string& name, Oid caller) {
    static statement find(
        "SELECT CASE WHEN pg_has_role($2, f.owner, 'USAGE') "
        "       THEN format('step %s of flow %s', quote_ident(t.step_slug), quote_ident(f.flow_slug)) "
        "       ELSE format('a step of role %s', f.owner) END "
        "FROM fanout.steps t JOIN fanout.flows f USING (flow_id) WHERE $1 = ANY (t.limits) "
        "AND NOT EXISTS (SELECT FROM fanout.flows n WHERE n.flow_slug = f.flow_slug AND n.version > f.version) "
        "ORDER BY 1 LIMIT 1",
        {TEXTOID, OIDOID});
    rows found = find.run({param::text(name), param::oid(caller)});
    if (found.empty()) return std::nullopt;
    return found.text(0, 1);
}

/// Checks that a step's cap can be changed by this caller, and that it means something.
int64_t find_capped_state(const call& c, const char* function) {
    static statement owner_of("SELECT owner::oid FROM fanout.runs WHERE run_id = $1", {UUIDOID});
    const pg_uuid_t run_id = *DatumGetUUIDP(c.datum(0));
    const step_state state = load_state(find_state(run_id, c.text(1)));
    require_run_access(c.caller, owner_of.run({param::uuid(run_id)}).oid(0, 1), "run " + uuid_text(run_id));
    const std::string where = std::string(function) + ": " + state.where();
    if (!state.is_fanout) {
        bad_option(where, "its type is single", "Of a single step, one task at most is in flight anyway.");
    }
    if (!state.run_is_live ||
        (state.status != step_status::created && state.status != step_status::started)) {
        raise(sqlstate::not_ready, where + " has ended, or its run has",
              "A cap holds back what has yet to start. fanout.steps_overview shows how far each step is.");
    }
    return state.state_id;
}

}  // namespace

void hand_over_limits(const std::string& from, Oid from_role, Oid to) {
    static statement write(
        "UPDATE fanout.limits SET owner = $2 WHERE limit_id = ANY (ARRAY("
        "SELECT limit_id FROM fanout.limits WHERE owner::text = $1 ORDER BY limit_id FOR UPDATE))",
        {TEXTOID, OIDOID});
    static statement remove_grants("DELETE FROM fanout.limit_grants WHERE role::text = $1", {TEXTOID});
    check_lock_order(lock_phase::limits);
    write.run({param::text(from), param::oid(to)});
    if (!role_exists(from_role)) remove_grants.run({param::text(from)});
}

}  // namespace fanout

using namespace fanout;

/// create_limit(name text, max_concurrency int, rate int, per interval, burst int) returns void
FANOUT_FUNCTION(fanout_create_limit) {
    const std::string name = read_name(call, "create_limit");
    check_definition(call, described(name));
    const bool is_new = insert_limit(name, call.caller);
    const std::optional<existing_limit> limit = lock_limit_to_change(name);
    if (!limit) {
        raise(sqlstate::unknown_limit, described(name) + " was dropped at the same moment",
              "Create it again.");
    }
    if (!is_new) require_run_access(call.caller, limit->owner, described(name));
    write_definition(call, limit->limit_id);
    apply_limit(limit->limit_id);
    return 0;
}

/// drop_limit(name text) returns void
FANOUT_FUNCTION(fanout_drop_limit) {
    static statement remove("DELETE FROM fanout.limits WHERE limit_id = $1", {INT8OID});
    static statement remove_grants("DELETE FROM fanout.limit_grants WHERE limit_id = $1", {INT8OID});
    const std::string name = read_name(call, "drop_limit");
    const std::optional<existing_limit> limit = lock_limit_to_drop(name);
    if (!limit) no_limit(name);
    require_run_access(call.caller, limit->owner, described(name));
    if (std::optional<std::string> step = step_with(name, call.caller)) {
        raise(sqlstate::limit_in_use, described(name) + " is named by " + *step,
              "Add that step again without it, or drop the step first. To let everything through, call "
              "fanout.create_limit with the name alone.");
    }
    let_in_everything(limit->limit_id);
    remove_grants.run({param::int8(limit->limit_id)});
    remove.run({param::int8(limit->limit_id)});
    return 0;
}

/// grant_limit(name text, role regrole) returns void
FANOUT_FUNCTION(fanout_grant_limit) {
    static statement grant(
        "INSERT INTO fanout.limit_grants (limit_id, role) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        {INT8OID, OIDOID});
    const int64_t limit_id = find_shared_limit(call, "grant_limit");
    const Oid role = DatumGetObjectId(call.datum(1));
    if (!role_exists(role)) bad_option("grant_limit", "the role does not exist", "Name a role.");
    grant.run({param::int8(limit_id), param::oid(role)});
    return 0;
}

/// revoke_limit(name text, role regrole) returns void
FANOUT_FUNCTION(fanout_revoke_limit) {
    static statement revoke("DELETE FROM fanout.limit_grants WHERE limit_id = $1 AND role = $2",
                            {INT8OID, OIDOID});
    revoke.run(
        {param::int8(find_shared_limit(call, "revoke_limit")), param::oid(DatumGetObjectId(call.datum(1)))});
    return 0;
}

/// set_max_concurrency(run_id uuid, step_slug text, n int) returns void
FANOUT_FUNCTION(fanout_set_max_concurrency) {
    static statement write("INSERT INTO fanout.limits (state_id, max_concurrency) VALUES ($1, $2) "
                           "ON CONFLICT (state_id) DO UPDATE SET max_concurrency = EXCLUDED.max_concurrency "
                           "RETURNING limit_id",
                           {INT8OID, INT4OID});
    call.require({{0, "run_id"}, {1, "step_slug"}}, "set_max_concurrency");
    if (!call.is_null(2) && call.int4(2) < 1) {
        bad_option("set_max_concurrency", "n is " + std::to_string(call.int4(2)),
                   "Give 1 or more, or null for no cap.");
    }
    const int64_t state_id = find_capped_state(call, "set_max_concurrency");
    lock_of_cap(state_id).take(ExclusiveLock);
    check_lock_order(lock_phase::limits);
    rows written =
        write.run({param::int8(state_id), call.is_null(2) ? param::null() : param::int4(call.int4(2))});
    apply_limit(written.int8(0, 1));
    return 0;
}
