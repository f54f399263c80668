#include "postgres/identity.hpp"

#include "postgres/served_schema.hpp"

namespace fanout {
namespace {

// Plans that are kept must use the indexes. (A scan that has none then gets a cost that would have it
// compiled, in 15 ms, at every execution; so no jit.)
constexpr const char* planner_settings[] = {"enable_seqscan", "enable_bitmapscan", "jit"};

}  // namespace

void reset_planner_settings() {
    for (const char* setting : planner_settings) set_locally(setting, nullptr);
}

void set_locally(const char* name, const char* value) {
    pg_call([&] {
        (void)set_config_option(name, value, PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
    });
}

Oid engine_owner() {
    return pg_call([] {
        HeapTuple tuple = SearchSysCache1(NAMESPACENAME, CStringGetDatum("fanout"));
        if (!HeapTupleIsValid(tuple)) elog(ERROR, "schema fanout does not exist");
        Oid owner = reinterpret_cast<Form_pg_namespace>(GETSTRUCT(tuple))->nspowner;
        ReleaseSysCache(tuple);
        return owner;
    });
}

engine_identity::engine_identity() {
    require_served_schema();
    Oid owner = engine_owner();
    GetUserIdAndSecContext(&user_, &security_context_);
    SetUserIdAndSecContext(owner, security_context_ | SECURITY_LOCAL_USERID_CHANGE);
    guc_level_ = NewGUCNestLevel();
    set_locally("search_path", "pg_catalog, pg_temp");
    for (const char* setting : planner_settings) set_locally(setting, "off");
}

void engine_identity::leave() {
    pg_call([&] { AtEOXact_GUC(true, guc_level_); });
    SetUserIdAndSecContext(user_, security_context_);
}

engine_scope::engine_scope() {
    pg_call([] {
        if (SPI_connect() != SPI_OK_CONNECT) elog(ERROR, "SPI_connect failed");
    });
}

void engine_scope::leave() {
    pg_call([] { SPI_finish(); });
    identity_.leave();
}

}  // namespace fanout
