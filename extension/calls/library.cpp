// What PostgreSQL calls when it loads the library, and which one it has loaded.
#include "flows/ceilings.hpp"
#include "postgres/call_timer.hpp"
#include "postgres/commit_wakes.hpp"
#include "postgres/entry.hpp"
#include "postgres/kept_conditions.hpp"
#include "postgres/lazy_commit.hpp"
#include "postgres/planning.hpp"
#include "postgres/refused_statements.hpp"
#include "postgres/served_schema.hpp"
#include "postgres/session_locks.hpp"
#include "postgres/settings.hpp"
#include "runs/run_ceilings.hpp"

extern "C" {
PG_MODULE_MAGIC;
PGDLLEXPORT void _PG_init(void);
void _PG_init(void) {
    fanout::define_settings();
    fanout::define_ceilings();
    fanout::define_run_ceilings();
    MarkGUCPrefixReserved("fanout");
    fanout::install_planning();
    fanout::install_kept_checks();
    fanout::install_refusals();
    fanout::install_reason_of_ends();
    fanout::watch_for_aborts();
    fanout::install_commit_wakes();
    fanout::install_lazy_commits();
}
}

/// library_version() returns text
FANOUT_FUNCTION(fanout_library_version) {
    return call.text_result(fanout::library_version);
}
