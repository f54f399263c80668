// is_copy, adopt_copy, and what workers and starts of runs ask of them.
#include "queue/home.hpp"

#include "plain/sqlstates.hpp"
#include "postgres/entry.hpp"
#include "postgres/halves.hpp"
#include "postgres/lock_order.hpp"
#include "postgres/relation.hpp"
#include "postgres/utility_api.hpp"
#include "queue/claims.hpp"
#include "queue/internal_row.hpp"

namespace fanout {
namespace {

enum class home_state {
    here,
    unused,  ///< made with a TEMPLATE in which no run was under way: what begins here is its own
    copy
};

/// That it is at home, found out once a backend, until the table changes.
bool is_known_here = false;
bool has_changed = false;
Oid homes = InvalidOid;

/// May be called at any time: it allocates nothing.
void note_change(Datum, Oid relation) {
    if (relation != InvalidOid && relation != homes) return;
    is_known_here = false;
    has_changed = true;
}

/// To be called before the table is read, so that no change is missed that is made meanwhile.
void watch_for_changes() {
    static bool is_listening = false;
    if (!is_listening) pg_call([] { CacheRegisterRelcacheCallback(note_change, static_cast<Datum>(0)); });
    is_listening = true;
    homes = pg_call([] { return find_relation("homes"); });
    has_changed = false;
}

home_state find_home() {
    if (is_known_here) return home_state::here;
    static statement read(
        "SELECT count(DISTINCT installation) > 1, coalesce(bool_or(database = $1), false), "
        "       EXISTS (SELECT FROM fanout.runs WHERE status = 'started') FROM fanout.homes",
        {OIDOID});
    watch_for_changes();
    const rows found = read.run({param::oid(MyDatabaseId)});
    const bool is_restored = found.boolean(0, 1), names_this = found.boolean(0, 2),
               has_runs = found.boolean(0, 3);
    // An old snapshot may not show what has long changed.
    is_known_here = !is_restored && names_this && !has_changed && !IsolationUsesXactSnapshot();
    if (!is_restored && names_this) return home_state::here;
    return is_restored || has_runs ? home_state::copy : home_state::unused;
}

std::string this_database() {
    return "database \"" + std::string(pg_call([] { return get_database_name(MyDatabaseId); })) + "\"";
}

constexpr char remedy[] =
    "Where the original does not go on, SELECT fanout.adopt_copy() lets this database go on in its place.";

/// A row more, and none is locked: who does so at the same moment waits for nobody.
void settle_where_unused(home_state state) {
    static statement settle(
        "INSERT INTO fanout.homes (installation, database) "
        "SELECT coalesce((SELECT installation FROM fanout.homes LIMIT 1), gen_random_uuid()), $1",
        {OIDOID});
    if (state == home_state::unused) settle.run({param::oid(MyDatabaseId)});
}

/// Those of the original are not here.
void forget_workers() {
    static statement forget[] = {{"DELETE FROM fanout.workers", {}},
                                 {"DELETE FROM fanout.exchanges", {}},
                                 {"DELETE FROM fanout.heartbeats", {}}};
    for (statement& table : forget) table.run({});
}

std::vector<claim> lock_all_claims() {
    static statement find(
        "SELECT queue_id, worker_id FROM fanout.queue WHERE worker_id IS NOT NULL ORDER BY queue_id", {});
    std::map<int64_t, std::vector<int64_t>> by_worker;
    {
        rows found = find.run({});
        for (size_t i = 0; i < found.size(); ++i) by_worker[found.int8(i, 2)].push_back(found.int8(i, 1));
    }
    std::vector<claim> result;
    for (const auto& [worker_id, ids] : by_worker) {
        for (auto& [id, c] : lock_claims(worker_id, ids, nullptr).held) result.push_back(std::move(c));
    }
    return result;
}

/// They are of many owners, and one that can't be put back is its own step's failure.
void give_back_all_claims() {
    const std::vector<claim> all = lock_all_claims();
    int subtransactions = most_subtransactions;
    in_halves<claim>(
        all, subtransactions,
        [](std::span<const claim> some) {
            const lock_order_scope part;
            claims held;
            for (const claim& c : some) held.emplace(c.claim_id, c);
            give_back(held);
        },
        [](const claim& c, const pg_error& error) {
            fail_step_of_row(c.claim_id, "its tasks can't be given back: " + error.description());
        });
}

/// By the owners' numbers here.
void renew_lines() {
    static statement renew(
        "UPDATE fanout.queue q SET fair_owner = r.owner::oid FROM fanout.step_states s "
        "JOIN fanout.runs r USING (run_id) "
        "WHERE s.state_id = q.state_id AND q.fair_key IS NOT NULL AND q.fair_owner <> r.owner::oid",
        {});
    renew.run({});
}

void move_in() {
    static statement move_out("DELETE FROM fanout.homes", {});
    static statement write("INSERT INTO fanout.homes (installation, database) VALUES (gen_random_uuid(), $1)",
                           {OIDOID});
    move_out.run({});
    write.run({param::oid(MyDatabaseId)});
}

void tell_missing_owners() {
    static statement find(
        "SELECT string_agg(DISTINCT owner::text, ', ') FROM fanout.flows WHERE owner::oid = 0", {});
    const std::optional<std::string> missing = find.run({}).optional_text(0, 1);
    if (!missing) return;
    pg_call([&] {
        ereport(WARNING, errmsg("owners of flows are not here: %s", missing->c_str()),
                errhint("Their runs wait until fanout.reassign_flows gives them to other roles."));
    });
}

}  // namespace

void refuse_in_copy() {
    const home_state state = find_home();
    if (state == home_state::copy) {
        raise(sqlstate::database_copy,
              this_database() +
                  " is a copy, with what was under way in the original: none of it is executed here",
              remedy);
    }
    settle_where_unused(state);
}

void warn_in_copy() {
    const home_state state = find_home();
    settle_where_unused(state);
    if (state != home_state::copy) return;
    const std::string message = this_database() + " is a copy: what starts here waits";
    pg_call([&] { ereport(WARNING, errmsg_internal("%s", message.c_str()), errhint("%s", remedy)); });
}

}  // namespace fanout

using namespace fanout;

/// is_copy() returns boolean
FANOUT_FUNCTION(fanout_is_copy) {
    return BoolGetDatum(find_home() == home_state::copy);
}

/// adopt_copy() returns boolean: whether it was one
FANOUT_FUNCTION(fanout_adopt_copy) {
    pg_call([] { SPI_execute("LOCK TABLE fanout.homes IN SHARE ROW EXCLUSIVE MODE", false, 0); });
    const home_state state = find_home();
    settle_where_unused(state);
    if (state != home_state::copy) return BoolGetDatum(false);
    forget_workers();
    give_back_all_claims();
    renew_lines();
    move_in();
    tell_missing_owners();
    return BoolGetDatum(true);
}

/// The trigger on homes: forget_home() returns trigger.
FANOUT_PROCEDURE(fanout_forget_home) {
    const Relation table = reinterpret_cast<TriggerData*>(call.fcinfo->context)->tg_relation;
    pg_call([&] { CacheInvalidateRelcache(table); });
    return PointerGetDatum(nullptr);
}
