#include "runs/child_limits.hpp"

#include "flows/held_limits.hpp"

namespace fanout {
namespace {

/// The limits that steps of a version name.
std::set<std::string> limits_of(const flow_version& version) {
    std::set<std::string> names;
    const auto steps = definition_of(version.flow_id);
    for (const step_definition& step : *steps) names.insert(step.limits.begin(), step.limits.end());
    return names;
}

}  // namespace

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
    raise_held_limit(parent.where() + ": its child run would wait for ever for limit \"" + found.text(0, 1) +
                     "\", which step \"" + found.text(0, 3) + "\" of flow \"" + found.text(0, 2) +
                     "\" holds while it goes on");
}

}  // namespace fanout
