#include "postgres/engine.hpp"

#include "plain/sqlstates.hpp"
#include "postgres/call_budget.hpp"
#include "postgres/call_timer.hpp"
#include "postgres/kept_conditions.hpp"
#include "postgres/patience.hpp"
#include "postgres/planning.hpp"
#include "postgres/refused_statements.hpp"
#include "postgres/session_locks.hpp"
#include "runs/ceilings.hpp"

#include <algorithm>

namespace fanout {
namespace {

int lease_ms = 30000;
int heartbeat_interval_ms = 10000;
int clock_offset_ms = 0;
int call_budget_ms = 100;
int most_depth = 32;
int bulk_rows = 1;
int inline_tasks = 10000;
int lock_patience_ms = 100;
bool superuser_handlers = false;

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

int max_depth() {
    return most_depth;
}

size_t least_bulk_rows() {
    return static_cast<size_t>(bulk_rows);
}

int32_t inline_task_limit() {
    return inline_tasks;
}

int64_t lock_patience_us() {
    return static_cast<int64_t>(lock_patience_ms) * 1000;
}

bool superuser_handlers_allowed() {
    return superuser_handlers;
}

text_view view_text(Datum value) {
    return pg_call([&] {
        struct varlena* plain = PG_DETOAST_DATUM_PACKED(value);
        return text_view{VARDATA_ANY(plain), static_cast<size_t>(VARSIZE_ANY_EXHDR(plain))};
    });
}

Datum plain_copy(Datum value) {
    return pg_call([&] { return PointerGetDatum(PG_DETOAST_DATUM_COPY(value)); });
}

Datum json_null() {
    return pg_call([] { return DirectFunctionCall1(jsonb_in, CStringGetDatum("null")); });
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

TimestampTz engine_clock() {
    return GetCurrentTimestamp() + static_cast<int64_t>(clock_offset_ms) * 1000;
}

int64_t call_budget::longest_us() {
    return static_cast<int64_t>(call_budget_ms) * 1000;
}

int64_t lease_us() {
    return static_cast<int64_t>(lease_ms) * 1000;
}

int64_t heartbeat_interval_us() {
    return std::min(static_cast<int64_t>(heartbeat_interval_ms) * 1000, lease_us() / 3);
}

void require_run_access(Oid caller, Oid owner, const std::string& what) {
    const bool is_operator = pg_call([&] {
        oidvector* no_arguments = buildoidvector(nullptr, 0);
        const Oid marker = GetSysCacheOid3(PROCNAMEARGSNSP, Anum_pg_proc_oid, CStringGetDatum("is_operator"),
                                           PointerGetDatum(no_arguments),
                                           ObjectIdGetDatum(get_namespace_oid("fanout", false)));
        return compat::may_execute(marker, caller);
    });
    if (!is_operator) require_owner(caller, owner, what);
}

void require_owner(Oid caller, Oid owner, const std::string& what) {
    if (pg_call([&] { return has_privs_of_role(caller, owner); })) return;
    std::string owner_name = pg_call([&] {
        const char* name = GetUserNameFromId(owner, true);
        if (!OidIsValid(owner)) return "a role that is missing here";
        return name ? name : "a dropped role";
    });
    raise(sqlstate::not_owner, what + " belongs to " + owner_name,
          "Act as its owner, or as a member of that role.");
}

namespace {

void define_settings() {
    DefineCustomIntVariable(
        "fanout.lease", "How long a worker may be silent before its claims are taken back.", nullptr,
        &lease_ms, 30000, 100, INT_MAX, PGC_SIGHUP, GUC_UNIT_MS, nullptr, nullptr, nullptr);
    DefineCustomIntVariable("fanout.heartbeat_interval", "How often a worker says that it is alive.", nullptr,
                            &heartbeat_interval_ms, 10000, 10, INT_MAX, PGC_SIGHUP, GUC_UNIT_MS, nullptr,
                            nullptr, nullptr);
    DefineCustomIntVariable(
        "fanout.call_budget", "How long one call goes on with many tasks. For tests only.", nullptr,
        &call_budget_ms, 100, 0, INT_MAX, PGC_SUSET, GUC_UNIT_MS, nullptr, nullptr, nullptr);
    DefineCustomIntVariable("fanout.clock_offset", "Moves the engine's clock. For tests only.", nullptr,
                            &clock_offset_ms, 0, INT_MIN, INT_MAX, PGC_SUSET, GUC_UNIT_MS, nullptr, nullptr,
                            nullptr);
    DefineCustomIntVariable("fanout.max_depth", "How many levels of child runs there may be.", nullptr,
                            &most_depth, 32, 0, 10000, PGC_SUSET, 0, nullptr, nullptr, nullptr);
    DefineCustomIntVariable("fanout.bulk_rows",
                            "How many rows at least are inserted past the executor. For tests only.", nullptr,
                            &bulk_rows, 1, 1, INT_MAX, PGC_SUSET, 0, nullptr, nullptr, nullptr);
    DefineCustomIntVariable(
        "fanout.inline_tasks",
        "How many tasks a step has at most that is started and finished at once. For tests only.", nullptr,
        &inline_tasks, 10000, 2, INT_MAX, PGC_SUSET, 0, nullptr, nullptr, nullptr);
    DefineCustomIntVariable(
        "fanout.lock_patience",
        "How long a call that serves many owners waits for what others have locked, in all. For tests only.",
        nullptr, &lock_patience_ms, 100, 0, INT_MAX, PGC_SUSET, GUC_UNIT_MS, nullptr, nullptr, nullptr);
    DefineCustomBoolVariable("fanout.superuser_handlers",
                             "Whether SQL handlers of flows that a superuser owns may run, with its rights.",
                             nullptr, &superuser_handlers, false, PGC_SUSET, 0, nullptr, nullptr, nullptr);
    define_ceilings();
    MarkGUCPrefixReserved("fanout");
}

}  // namespace
}  // namespace fanout

extern "C" {
PGDLLEXPORT void _PG_init(void);
void _PG_init(void) {
    fanout::define_settings();
    fanout::install_planning();
    fanout::install_kept_checks();
    fanout::install_refusals();
    fanout::install_reason_of_ends();
    fanout::watch_for_aborts();
}
}
