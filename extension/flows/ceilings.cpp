#include "flows/ceilings.hpp"

#include "plain/sqlstates.hpp"
#include "postgres/interval.hpp"
#include "postgres/statement.hpp"

#include <algorithm>

namespace fanout {
namespace {

int max_priority = no_ceiling;
int max_steps = no_ceiling;
int max_timeout_ms = no_ceiling;

/// The setting as SHOW shows it, with its unit.
std::string shown(const char* setting) {
    return pg_call([&] { return GetConfigOptionByName(setting, nullptr, false); });
}

}  // namespace

void define_ceiling(const char* name, const char* description, int& value, int unit) {
    DefineCustomIntVariable(name, description, "-1: no ceiling.", &value, no_ceiling, no_ceiling, INT_MAX,
                            PGC_SUSET, unit, nullptr, nullptr, nullptr);
}

void raise_beyond_ceiling(const char* setting, const std::string& problem, const std::string& hint) {
    raise(sqlstate::beyond_ceiling, problem + ", beyond " + setting + " (" + shown(setting) + ")",
          hint + " An administrator can raise the setting.");
}

void define_ceilings() {
    define_ceiling("fanout.max_priority",
                   "The highest priority that a step may have, and a run with its steps.", max_priority, 0);
    define_ceiling("fanout.max_steps", "How many steps a flow may have.", max_steps, 0);
    define_ceiling("fanout.max_timeout", "The longest timeout of a task.", max_timeout_ms, GUC_UNIT_MS);
}

void check_step_priority(int32_t priority, const std::string& where) {
    if (max_priority == no_ceiling || priority <= max_priority) return;
    raise_beyond_ceiling("fanout.max_priority", where + ": priority is " + std::to_string(priority),
                         "Give a lower one.");
}

void check_run_priority(int64_t flow_id, int32_t priority, const std::string& where) {
    static statement highest("SELECT coalesce(max(priority), 0) FROM fanout.steps WHERE flow_id = $1",
                             {INT8OID});
    if (max_priority == no_ceiling) return;
    const int64_t most = int64_t{priority} + highest.run({param::int8(flow_id)}).int4(0, 1);
    if (most <= max_priority) return;
    raise_beyond_ceiling("fanout.max_priority",
                         where + ": priority is " + std::to_string(most) + ", with that of its steps",
                         "Give it a lower one, or give its steps a lower one.");
}

void check_timeout_ceiling(const named_arguments& c, const char* name, const std::string& where) {
    if (max_timeout_ms == no_ceiling || c.is_null(name)) return;
    constexpr double us_per_ms = 1000;
    if (interval_us(*DatumGetIntervalP(c.datum(name))) <= max_timeout_ms * us_per_ms) return;
    raise_beyond_ceiling("fanout.max_timeout", where + ": timeout is too long", "Give a shorter one.");
}

int32_t timeout_within_ceiling(int32_t timeout_ms) {
    // No timeout is zero.
    return max_timeout_ms == no_ceiling ? timeout_ms : std::clamp(max_timeout_ms, 1, timeout_ms);
}

void check_step_count(int64_t flow_id, const std::string& step_slug, const std::string& flow_slug) {
    static statement count("SELECT count(*), count(*) FILTER (WHERE step_slug = $2) FROM fanout.steps "
                           "WHERE flow_id = $1",
                           {INT8OID, TEXTOID});
    if (max_steps == no_ceiling) return;
    rows found = count.run({param::int8(flow_id), param::text(step_slug)});
    if (found.int8(0, 2) > 0 || found.int8(0, 1) < max_steps) return;
    raise_beyond_ceiling("fanout.max_steps",
                         "flow \"" + flow_slug + "\" would have " + std::to_string(found.int8(0, 1) + 1) +
                             " steps",
                         "Split it into flows that are steps of another (handler flow:slug).");
}

}  // namespace fanout
