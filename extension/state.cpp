#include "state.hpp"

#include "errors.hpp"

namespace fanout {

step_states load_states(const std::vector<int64_t>& state_ids) {
    static statement load(
        "SELECT s.state_id, r.run_id, t.step_id, r.generation, r.status = 'started', t.step_type = 'fanout', s.status, "
        "       f.flow_slug, t.step_slug, t.handler, t.queue, t.fanout_from, t.sql_function, t.sql_search_path, "
        "       r.priority + t.priority, coalesce(s.total_tasks, 0), coalesce(t.max_attempts, f.max_attempts), "
        "       (extract(epoch FROM coalesce(t.base_delay, f.base_delay)) * 1000000)::bigint, "
        "       (extract(epoch FROM coalesce(t.max_delay, f.max_delay)) * 1000000)::bigint, "
        "       coalesce(t.timeout, f.timeout), f.owner::oid "
        "FROM unnest($1) AS wanted (id) "
        "JOIN fanout.step_states s ON s.state_id = wanted.id "
        "JOIN fanout.runs r ON r.run_id = s.run_id "
        "JOIN fanout.steps t ON t.step_id = s.step_id "
        "JOIN fanout.flows f ON f.flow_id = t.flow_id",
        {INT8ARRAYOID});
    rows found = load.run({param::int8_array(state_ids)});
    step_states result;
    for (size_t i = 0; i < found.size(); ++i) {
        step_state s;
        s.state_id = found.int8(i, 1);
        s.run_id = found.uuid(i, 2);
        s.step_id = found.int8(i, 3);
        s.generation = found.int2(i, 4);
        s.run_is_live = found.boolean(i, 5);
        s.is_fanout = found.boolean(i, 6);
        s.status = found.text(i, 7);
        s.flow_slug = found.text(i, 8);
        s.step_slug = found.text(i, 9);
        s.handler = found.text(i, 10);
        s.queue = found.text(i, 11);
        s.fanout_from = found.optional_text(i, 12);
        s.sql_function = found.optional_text(i, 13);
        s.sql_search_path = found.optional_text(i, 14);
        s.priority = found.int4(i, 15);
        s.total_tasks = found.int4(i, 16);
        s.max_attempts = found.int4(i, 17);
        s.base_delay_us = found.int8(i, 18);
        s.max_delay_us = found.int8(i, 19);
        Datum timeout = found.datum(i, 20);
        s.timeout = pg_call([&] { return datumCopy(timeout, false, sizeof(Interval)); });
        s.owner = found.oid(i, 21);
        result.emplace(s.state_id, std::move(s));
    }
    return result;
}

step_state load_state(int64_t state_id) {
    step_states found = load_states({state_id});
    auto it = found.find(state_id);
    if (it != found.end()) return it->second;
    raise(sqlstate::unknown_run, "step state " + std::to_string(state_id) + " does not exist",
          "Its run has been removed.");
}

int64_t find_state(const pg_uuid_t& run_id, const std::string& step_slug) {
    static statement run_exists("SELECT FROM fanout.runs WHERE run_id = $1", {UUIDOID});
    static statement find("SELECT s.state_id FROM fanout.step_states s JOIN fanout.steps t USING (step_id) "
                          "WHERE s.run_id = $1 AND t.step_slug = $2",
                          {UUIDOID, TEXTOID});
    rows found = find.run({param::uuid(run_id), param::text(step_slug)});
    if (!found.empty()) return found.int8(0, 1);
    if (run_exists.run({param::uuid(run_id)}).empty()) {
        raise(sqlstate::unknown_run, "run " + uuid_text(run_id) + " does not exist",
              "fanout.runs_overview lists the runs.");
    }
    raise(sqlstate::unknown_step, "run " + uuid_text(run_id) + " has no step \"" + step_slug + "\"",
          "fanout.steps_overview lists the steps of a run.");
}

std::string uuid_text(const pg_uuid_t& value) {
    return pg_call([&] { return DatumGetCString(DirectFunctionCall1(uuid_out, UUIDPGetDatum(&value))); });
}

}  // namespace fanout
