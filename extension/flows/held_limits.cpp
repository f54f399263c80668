#include "flows/held_limits.hpp"

#include "plain/sqlstates.hpp"

namespace fanout {
namespace {

std::string named(const rows& found, size_t row, int flow_column) {
    return "step \"" + found.text(row, flow_column + 1) + "\" of flow \"" + found.text(row, flow_column) +
           "\"";
}

/// One that is held while another is waited for.
struct waiting {
    std::string held, wanted, why;
};

/// What is waited for while limits are held that this step, or one above it, holds; and while those are held
/// that are waited for so.
std::vector<waiting> waits_behind(int64_t flow_id, const std::string& step_slug) {
    // A step may be above or below itself, where a flow runs inside of itself.
    static statement find(
        "WITH RECURSIVE above (flow_slug, step_slug, limits, child) AS ("
        "    SELECT f.flow_slug, s.step_slug, CASE WHEN s.handler LIKE 'flow:%' THEN s.limits ELSE '{}' END, substr(s.handler, 6) "
        "      FROM fanout.steps s JOIN fanout.flows f USING (flow_id) WHERE s.flow_id = $1 AND s.step_slug = $2 "
        "    UNION "
        "    SELECT f.flow_slug, s.step_slug, s.limits, a.flow_slug FROM above a "
        "      JOIN fanout.steps s ON s.handler LIKE 'flow:%' AND s.handler = 'flow:' || a.flow_slug "
        "      JOIN fanout.flows f ON f.flow_id = s.flow_id "
        "     WHERE f.version = (SELECT max(v.version) FROM fanout.flows v WHERE v.flow_slug = f.flow_slug) "
        "), below (held, flow_slug, step_slug, child) AS ("
        "    SELECT n.name, a.flow_slug, a.step_slug, a.child FROM above a CROSS JOIN unnest(a.limits) AS n (name) "
        "    UNION "
        "    SELECT h.held, h.flow_slug, h.step_slug, h.child FROM below b "
        "      JOIN fanout.flows f ON f.flow_slug = b.child "
        "       AND f.version = (SELECT max(v.version) FROM fanout.flows v WHERE v.flow_slug = f.flow_slug) "
        "      JOIN fanout.steps s ON s.flow_id = f.flow_id "
        "     CROSS JOIN LATERAL ("
        "           SELECT b.held, b.flow_slug, b.step_slug, substr(s.handler, 6) AS child WHERE s.handler LIKE 'flow:%' "
        "           UNION ALL "
        "           SELECT n.name, g.flow_slug, w.step_slug, substr(w.handler, 6) FROM unnest(s.limits) AS n (name) "
        "             JOIN fanout.steps w ON n.name = ANY (w.limits) AND w.handler LIKE 'flow:%' "
        "             JOIN fanout.flows g ON g.flow_id = w.flow_id "
        "              AND g.version = (SELECT max(v.version) FROM fanout.flows v WHERE v.flow_slug = g.flow_slug)) h) "
        "SELECT DISTINCT ON (b.held, n.name) b.held, n.name, b.flow_slug, b.step_slug, f.flow_slug, s.step_slug FROM below b "
        "  JOIN fanout.flows f ON f.flow_slug = b.child "
        "   AND f.version = (SELECT max(v.version) FROM fanout.flows v WHERE v.flow_slug = f.flow_slug) "
        "  JOIN fanout.steps s ON s.flow_id = f.flow_id CROSS JOIN unnest(s.limits) AS n (name)",
        {INT8OID, TEXTOID});
    rows found = find.run({param::int8(flow_id), param::text(step_slug)});
    std::vector<waiting> waits;
    for (size_t i = 0; i < found.size(); ++i) {
        waits.push_back({found.text(i, 1), found.text(i, 2),
                         named(found, i, 3) + " holds \"" + found.text(i, 1) +
                             "\" while its child run goes on, in which " + named(found, i, 5) +
                             " waits for \"" + found.text(i, 2) + "\""});
    }
    return waits;
}

/// How each of these limits comes to wait for the next one.
std::string describe_waits(const std::vector<std::string>& cycle, const std::vector<waiting>& waits) {
    std::string text;
    for (size_t i = 0; i < cycle.size(); ++i) {
        for (const waiting& w : waits) {
            if (w.held == cycle[i] && w.wanted == cycle[(i + 1) % cycle.size()])
                text += (i == 0 ? "" : "; ") + w.why;
        }
    }
    return text;
}

}  // namespace

void check_no_held_limit_is_named(int64_t flow_id, const std::string& step_slug, const std::string& where) {
    const std::vector<waiting> waits = waits_behind(flow_id, step_slug);
    graph limits;
    for (const waiting& w : waits) limits[w.held].push_back(w.wanted);
    const std::vector<std::string> cycle = find_cycle(limits);
    if (cycle.empty()) return;
    raise_held_limit(where + ": limit \"" + cycle.front() +
                     "\" would be waited for for ever: " + describe_waits(cycle, waits));
}

void raise_held_limit(const std::string& problem) {
    raise(
        sqlstate::cycle, problem,
        "A task that waits for its child run holds its slots until that ends. Name a limit in the one or in the "
        "other, and several in one order, from the steps that wait down to the child runs.");
}

}  // namespace fanout
