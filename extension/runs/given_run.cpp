#include "runs/given_run.hpp"

#include "plain/sqlstates.hpp"
#include "postgres/access.hpp"
#include "postgres/statement.hpp"
#include "runs/state.hpp"

namespace fanout {

given_run load_run(const call& c) {
    static statement find("SELECT status, owner::oid FROM fanout.runs WHERE run_id = $1", {UUIDOID});
    if (c.is_null(0))
        raise(sqlstate::invalid_argument, "run_id is null", "Give the id that start_run returned.");
    const pg_uuid_t run_id = *DatumGetUUIDP(c.datum(0));
    rows found = find.run({param::uuid(run_id)});
    if (found.empty()) {
        raise(sqlstate::unknown_run, "run " + uuid_text(run_id) + " does not exist",
              "fanout.runs_overview lists the runs.");
    }
    require_run_access(c.caller, found.oid(0, 2), "run " + uuid_text(run_id));
    return {run_id, run_statuses.find(found.text(0, 1)).value(), found.oid(0, 2)};
}

}  // namespace fanout
