#include "runs/run_ceilings.hpp"

#include "flows/ceilings.hpp"
#include "runs/stored_bytes.hpp"
#include "runs/task_input.hpp"

namespace fanout {
namespace {

int max_open_runs = no_ceiling;
int max_stored_kb = no_ceiling;

std::string role_name(Oid role) {
    const char* name = pg_call([&] { return GetUserNameFromId(role, true); });
    return name ? name : "a dropped role";
}

bool is_there(const pg_uuid_t& run_id) {
    static statement find("SELECT FROM fanout.runs WHERE run_id = $1", {UUIDOID});
    return !find.run({param::uuid(run_id)}).empty();
}

}  // namespace

void define_run_ceilings() {
    define_ceiling("fanout.max_open_runs", "How many runs of one owner may go on at once.", max_open_runs, 0);
    define_ceiling("fanout.max_stored_bytes",
                   "How much of inputs, items, outputs and errors one owner may have stored.", max_stored_kb,
                   GUC_UNIT_KB);
}

void check_open_runs(Oid owner) {
    // Reads no more index entries than the ceiling is high.
    static statement count(
        "SELECT count(*) FROM (SELECT FROM fanout.runs WHERE owner OPERATOR(fanout.=) fanout.role_of($1) "
        "AND status = 'started' AND parent_state_id IS NULL LIMIT $2) r",
        {OIDOID, INT8OID});
    if (max_open_runs == no_ceiling) return;
    const int64_t most = max_open_runs;
    if (count.run({param::oid(owner), param::int8(most + 1)}).int8(0, 1) <= most) return;
    raise_beyond_ceiling("fanout.max_open_runs",
                         role_name(owner) + " would have " + std::to_string(most + 1) + " open runs",
                         "Wait for some of them to end, or cancel some.");
}

void check_stored_bytes(Oid owner, Datum value, const std::string& where, const pg_uuid_t* given_run) {
    constexpr int64_t kb = 1024;
    if (max_stored_kb == no_ceiling) return;
    const int64_t stored = stored_bytes_of(owner), more = value_bytes(value);
    if (stored + more <= max_stored_kb * kb || (given_run && is_there(*given_run))) return;
    raise_beyond_ceiling("fanout.max_stored_bytes",
                         where + ": " + role_name(owner) + " has about " + std::to_string(stored) +
                             " bytes stored and would add " + std::to_string(more),
                         "Drop flows whose runs are not needed any more.");
}

}  // namespace fanout
