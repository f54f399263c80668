#include "queue/home.hpp"

#include "plain/sqlstates.hpp"
#include "postgres/relation.hpp"
#include "postgres/statement.hpp"
#include "postgres/trigger_call.hpp"
#include "postgres/utility_api.hpp"

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
    // In a chain each has another before it.
    static statement read(
        "SELECT count(DISTINCT installation) > count(DISTINCT coalesce(made_from::text, '')), "
        "       coalesce(bool_or(database = $1), false), "
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

/// A row more, behind the last of the chain, and none is locked: who does so at the same moment waits for nobody
/// and writes the same.
void settle_where_unused(home_state state) {
    static statement settle(
        "INSERT INTO fanout.homes (installation, made_from, database) "
        "SELECT coalesce(md5(p.installation::text || $1::text || c.system_identifier)::uuid, gen_random_uuid()), "
        "       p.installation, $1 "
        "FROM pg_control_system() c LEFT JOIN (SELECT h.installation FROM fanout.homes h WHERE NOT EXISTS ("
        "    SELECT FROM fanout.homes l WHERE l.made_from = h.installation) LIMIT 1) p ON true",
        {OIDOID});
    if (state == home_state::unused) settle.run({param::oid(MyDatabaseId)});
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
    warn(message, remedy);
}

bool is_copy() {
    const home_state state = find_home();
    settle_where_unused(state);
    return state == home_state::copy;
}

void move_in() {
    static statement move_out("DELETE FROM fanout.homes", {});
    static statement write("INSERT INTO fanout.homes (installation, database) VALUES (gen_random_uuid(), $1)",
                           {OIDOID});
    move_out.run({});
    write.run({param::oid(MyDatabaseId)});
}

}  // namespace fanout

using namespace fanout;

/// is_copy() returns boolean
FANOUT_FUNCTION(fanout_is_copy) {
    return BoolGetDatum(find_home() == home_state::copy);
}

/// The trigger on homes: forget_home() returns trigger.
FANOUT_PROCEDURE(fanout_forget_home) {
    Relation table = trigger_of(call).tg_relation;
    pg_call([&] { CacheInvalidateRelcache(table); });
    return PointerGetDatum(nullptr);
}
