#include "runs/ceilings.hpp"

#include "plain/sqlstates.hpp"
#include "postgres/interval.hpp"
#include "runs/stored_bytes.hpp"
#include "runs/task_input.hpp"

#include <algorithm>

namespace fanout {
namespace {

constexpr int none = -1;

int max_priority = none;
int max_steps = none;
int max_open_runs = none;
int max_stored_kb = none;
int max_timeout_ms = none;

void define(const char* name, const char* description, int& value, int unit) {
    DefineCustomIntVariable(name, description, "-1: no ceiling.", &value, none, none, INT_MAX, PGC_SUSET,
                            unit, nullptr, nullptr, nullptr);
}

/// The setting as SHOW shows it, with its unit.
std::string shown(const char* setting) {
    return pg_call([&] { return GetConfigOptionByName(setting, nullptr, false); });
}

[[noreturn]] void beyond(const char* setting, const std::string& problem, const std::string& hint) {
    raise(sqlstate::beyond_ceiling, problem + ", beyond " + setting + " (" + shown(setting) + ")",
          hint + " An administrator can raise the setting.");
}

std::string role_name(Oid role) {
    const char* name = pg_call([&] { return GetUserNameFromId(role, true); });
    return name ? name : "a dropped role";
}

bool is_there(const pg_uuid_t& run_id) {
    static statement find("SELECT FROM fanout.runs WHERE run_id = $1", {UUIDOID});
    return !find.run({param::uuid(run_id)}).empty();
}

}  // namespace

void define_ceilings() {
    define("fanout.max_priority", "The highest priority that a step may have, and a run with its steps.",
           max_priority, 0);
    define("fanout.max_steps", "How many steps a flow may have.", max_steps, 0);
    define("fanout.max_open_runs", "How many runs of one owner may go on at once.", max_open_runs, 0);
    define("fanout.max_stored_bytes",
           "How much of inputs, items, outputs and errors one owner may have stored.", max_stored_kb,
           GUC_UNIT_KB);
    define("fanout.max_timeout", "The longest timeout of a task.", max_timeout_ms, GUC_UNIT_MS);
}

void check_step_priority(int32_t priority, const std::string& where) {
    if (max_priority == none || priority <= max_priority) return;
    beyond("fanout.max_priority", where + ": priority is " + std::to_string(priority), "Give a lower one.");
}

void check_run_priority(const flow_version& version, int32_t priority, const std::string& where) {
    static statement highest("SELECT coalesce(max(priority), 0) FROM fanout.steps WHERE flow_id = $1",
                             {INT8OID});
    if (max_priority == none) return;
    const int64_t most = int64_t{priority} + highest.run({param::int8(version.flow_id)}).int4(0, 1);
    if (most <= max_priority) return;
    beyond("fanout.max_priority",
           where + ": priority is " + std::to_string(most) + ", with that of its steps",
           "Start it with a lower one, or give its steps a lower one.");
}

void check_timeout_ceiling(const call& call, int argument, const std::string& where) {
    if (max_timeout_ms == none || call.is_null(argument)) return;
    constexpr double us_per_ms = 1000;
    if (interval_us(*DatumGetIntervalP(call.datum(argument))) <= max_timeout_ms * us_per_ms) return;
    beyond("fanout.max_timeout", where + ": timeout is too long", "Give a shorter one.");
}

int32_t timeout_within_ceiling(int32_t timeout_ms) {
    // No timeout is zero.
    return max_timeout_ms == none ? timeout_ms : std::clamp(max_timeout_ms, 1, timeout_ms);
}

void check_step_count(int64_t flow_id, const std::string& step_slug, const std::string& flow_slug) {
    static statement count("SELECT count(*), count(*) FILTER (WHERE step_slug = $2) FROM fanout.steps "
                           "WHERE flow_id = $1",
                           {INT8OID, TEXTOID});
    if (max_steps == none) return;
    rows found = count.run({param::int8(flow_id), param::text(step_slug)});
    if (found.int8(0, 2) > 0 || found.int8(0, 1) < max_steps) return;
    beyond("fanout.max_steps",
           "flow \"" + flow_slug + "\" would have " + std::to_string(found.int8(0, 1) + 1) + " steps",
           "Split it into flows that are steps of another (handler flow:slug).");
}

void check_open_runs(Oid owner) {
    // Reads no more index entries than the ceiling is high.
    static statement count(
        "SELECT count(*) FROM (SELECT FROM fanout.runs WHERE owner OPERATOR(fanout.=) fanout.role_of($1) "
        "AND status = 'started' AND parent_state_id IS NULL LIMIT $2) r",
        {OIDOID, INT8OID});
    if (max_open_runs == none) return;
    const int64_t most = max_open_runs;
    if (count.run({param::oid(owner), param::int8(most + 1)}).int8(0, 1) <= most) return;
    beyond("fanout.max_open_runs",
           role_name(owner) + " would have " + std::to_string(most + 1) + " open runs",
           "Wait for some of them to end, or cancel some.");
}

void check_stored_bytes(Oid owner, Datum value, const std::string& where, const pg_uuid_t* given_run) {
    constexpr int64_t kb = 1024;
    if (max_stored_kb == none) return;
    const int64_t stored = stored_bytes_of(owner), more = value_bytes(value);
    if (stored + more <= max_stored_kb * kb || (given_run && is_there(*given_run))) return;
    beyond("fanout.max_stored_bytes",
           where + ": " + role_name(owner) + " has about " + std::to_string(stored) +
               " bytes stored and would add " + std::to_string(more),
           "Drop flows whose runs are not needed any more.");
}

}  // namespace fanout
