#include "held_limits.hpp"

#include "errors.hpp"

namespace fanout {
namespace {

constexpr char hint[] =
    "Name the limit in one of the two only: the task that waits for its child run holds a slot of it "
    "until that ends.";

std::string named(const rows& found, size_t flow_column) {
    return "step \"" + found.text(0, static_cast<int>(flow_column) + 1) + "\" of flow \"" +
           found.text(0, static_cast<int>(flow_column)) + "\"";
}

/// The limits that steps of a version name.
std::set<std::string> limits_of(const flow_version& version) {
    std::set<std::string> names;
    const auto steps = definition_of(version.flow_id);
    for (const step_definition& step : *steps) names.insert(step.limits.begin(), step.limits.end());
    return names;
}

}  // namespace

void check_no_held_limit_is_named(int64_t flow_id, const std::string& step_slug, const std::string& where) {
    // A step may be above or below itself, where a flow runs inside of itself.
    static statement find(
        "WITH RECURSIVE this AS ("
        "    SELECT f.flow_slug, s.step_slug, s.handler, s.limits FROM fanout.steps s JOIN fanout.flows f USING (flow_id) "
        "     WHERE s.flow_id = $1 AND s.step_slug = $2 "
        "), above (flow_slug, step_slug, limits, is_this) AS ("
        "    SELECT flow_slug, step_slug, CASE WHEN handler LIKE 'flow:%' THEN limits ELSE '{}' END, true FROM this "
        "    UNION "
        "    SELECT f.flow_slug, s.step_slug, s.limits, false FROM above a "
        "      JOIN fanout.steps s ON s.handler LIKE 'flow:%' AND s.handler = 'flow:' || a.flow_slug "
        "      JOIN fanout.flows f ON f.flow_id = s.flow_id "
        "     WHERE f.version = (SELECT max(v.version) FROM fanout.flows v WHERE v.flow_slug = f.flow_slug) "
        "), below (flow_slug, step_slug, handler, limits, is_this) AS ("
        "    SELECT flow_slug, step_slug, handler, limits, true FROM this "
        "    UNION "
        "    SELECT f.flow_slug, s.step_slug, s.handler, s.limits, false FROM below b "
        "      JOIN fanout.flows f ON f.flow_slug = substr(b.handler, 6) AND b.handler LIKE 'flow:%' "
        "       AND f.version = (SELECT max(v.version) FROM fanout.flows v WHERE v.flow_slug = f.flow_slug) "
        "      JOIN fanout.steps s ON s.flow_id = f.flow_id) "
        "SELECT n.name, a.flow_slug, a.step_slug, b.flow_slug, b.step_slug FROM above a "
        "CROSS JOIN LATERAL unnest(a.limits) AS n (name) JOIN below b ON n.name = ANY (b.limits) "
        "WHERE NOT (a.is_this AND b.is_this) LIMIT 1",
        {INT8OID, TEXTOID});
    rows found = find.run({param::int8(flow_id), param::text(step_slug)});
    if (found.empty()) return;
    raise(sqlstate::cycle,
          where + ": limit \"" + found.text(0, 1) + "\" would be waited for for ever: " + named(found, 2) +
              " holds it while its child run goes on, in which " + named(found, 4) + " waits for it",
          hint);
}

void check_child_names_no_held_limit(const step_state& parent, const flow_version& child) {
    static statement find(
        "WITH RECURSIVE waiting (run_id, step_id) AS ("
        "    SELECT s.run_id, s.step_id FROM fanout.step_states s WHERE s.state_id = $1 "
        "    UNION ALL "
        "    SELECT s.run_id, s.step_id FROM waiting w JOIN fanout.runs r ON r.run_id = w.run_id "
        "      JOIN fanout.step_states s ON s.state_id = r.parent_state_id) "
        "SELECT n.name, f.flow_slug, t.step_slug FROM waiting w JOIN fanout.steps t ON t.step_id = w.step_id "
        "JOIN fanout.flows f ON f.flow_id = t.flow_id CROSS JOIN LATERAL unnest(t.limits) AS n (name) "
        "WHERE n.name = ANY ($2) LIMIT 1",
        {INT8OID, TEXTARRAYOID});
    const std::set<std::string> names = limits_of(child);
    if (names.empty()) return;
    rows found = find.run({param::int8(parent.state_id), param::text_array({names.begin(), names.end()})});
    if (found.empty()) return;
    raise(sqlstate::cycle,
          parent.where() + ": its child run would wait for ever for limit \"" + found.text(0, 1) +
              "\", which " + named(found, 2) + " holds while it goes on",
          hint);
}

}  // namespace fanout
