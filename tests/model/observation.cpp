#include "observation.hpp"

namespace model {
namespace {

constexpr char everything[] = R"(
SELECT jsonb_build_object(
    'status', r.status, 'failed_step', coalesce(r.failed_step, ''), 'output', fanout.run_output(r.run_id),
    'steps', (SELECT jsonb_agg(jsonb_build_object('slug', s.step_slug, 'status', s.status, 'done', coalesce(s.done, 0),
                     'total', s.total, 'failed', s.failed, 'output', s.output, 'error', coalesce(s.error, '')))
                FROM fanout.steps_overview s WHERE s.run_id = r.run_id),
    'results', (SELECT coalesce(jsonb_agg(jsonb_build_array(x.step_slug, x.task_index, x.attempt, x.output IS NULL, x.output)), '[]')
                  FROM fanout.task_results x WHERE x.run_id = r.run_id),
    'begun', (SELECT coalesce(jsonb_object_agg(b.step_slug, b.indexes), '{}')
                FROM (SELECT t.step_slug, jsonb_agg(x.task_index ORDER BY x.claimed_at, x.task_index) AS indexes
                        FROM fanout.step_states s JOIN fanout.steps t USING (step_id)
                        JOIN task_outputs x ON x.generation = r.generation AND x.state_id = s.state_id AND x.attempt = 1
                       WHERE s.run_id = r.run_id AND t.max_concurrency = 1 GROUP BY 1) b),
    'failures', (SELECT coalesce(jsonb_agg(jsonb_build_array(x.step_slug, x.task_index, x.attempt, x.final, x.error)
                                           ORDER BY x.step_slug, x.task_index, x.attempt), '[]')
                   FROM fanout.task_failures x WHERE x.run_id = r.run_id AND x.task_index IS NOT NULL),
    'errors', (SELECT coalesce(jsonb_agg(jsonb_build_array(e.step_slug, e.task_index, e.item, e.attempts, e.error)), '[]')
                 FROM fanout.errors(r.run_id) e),
    'listing', (SELECT coalesce(jsonb_agg(jsonb_build_array(s.step_slug, l.task_index, l.status, l.output, l.error, l.attempts)
                                          ORDER BY s.step_slug, l.task_index), '[]')
                  FROM fanout.steps_overview s, LATERAL fanout.results(s.run_id, s.step_slug) l WHERE s.run_id = r.run_id))
  FROM fanout.runs r WHERE r.run_id = $1::uuid)";

observed_step read_step(const json& row) {
    observed_step s{row["status"], row["done"], row["failed"], std::nullopt, row["output"], row["error"]};
    if (!row["total"].is_null()) s.total = row["total"].get<int>();
    return s;
}

observed_result read_result(const json& row) {
    observed_result r{row[0], row[1], row[2], std::nullopt};
    if (!row[3].get<bool>()) r.output = row[4];
    return r;
}

}  // namespace

observation observe(connection& database, const std::string& run_id) {
    const json all = json::parse(database.run(everything, run_id)[0][0].c_str());
    observation o;
    o.status = all["status"];
    o.failed_step = all["failed_step"];
    o.output = all["output"];
    o.errors = all["errors"];
    o.listing = all["listing"];
    o.begun = all["begun"];
    for (const json& row : all["steps"]) o.steps[row["slug"]] = read_step(row);
    for (const json& row : all["results"]) o.results.push_back(read_result(row));
    for (const json& row : all["failures"]) {
        o.failures.push_back({row[0], row[1], row[2], row[3], row[4]});
    }
    return o;
}

}  // namespace model
