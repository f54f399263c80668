#include "state.hpp"

#include "errors.hpp"

#include <algorithm>

namespace fanout {

namespace {

/// Names are looked up only where there are any: most steps have no limit and don't pay for it.
std::vector<int64_t> find_limits(const std::vector<std::string>& names, std::optional<int64_t> own_cap) {
    static statement find("SELECT limit_id FROM fanout.limits WHERE name = ANY ($1)", {TEXTARRAYOID});
    std::vector<int64_t> result;
    if (own_cap) result.push_back(*own_cap);
    if (names.empty()) return result;
    rows named = find.run({param::text_array(names)});
    for (size_t i = 0; i < named.size(); ++i) result.push_back(named.int8(i, 1));
    std::sort(result.begin(), result.end());
    return result;
}

std::optional<int64_t> find_pipelined(const pg_uuid_t& run_id, std::optional<int64_t> step_id) {
    static statement find("SELECT state_id FROM fanout.step_states WHERE run_id = $1 AND step_id = $2",
                          {UUIDOID, INT8OID});
    if (!step_id) return std::nullopt;
    return find.run({param::uuid(run_id), param::int8(*step_id)}).int8(0, 1);
}

step_state read_state(const rows& found, size_t row, const step_definition& definition) {
    int column = 1;  // that of the step_id
    auto next = [&] { return ++column; };
    step_state s(definition);
    s.state_id = found.int8(row, next());
    s.run_id = found.uuid(row, next());
    s.generation = found.int2(row, next());
    s.run_is_live = found.boolean(row, next());
    s.status = found.text(row, next());
    s.priority = found.int4(row, next()) + s.step_priority;
    s.fair_key = found.optional_text(row, next());
    for (int32_t* counter : {&s.remaining_deps, &s.open_stripes, &s.total_tasks, &s.total_items,
                             &s.failed_items, &s.stripe_width})
        *counter = found.int4(row, next());
    s.is_open = found.boolean(row, next());
    s.has_tasks = found.boolean(row, next());
    const int cap = next();
    s.limit_ids =
        find_limits(s.limits, found.is_null(row, cap) ? std::nullopt : std::optional(found.int8(row, cap)));
    s.pipelined_state_id = find_pipelined(s.run_id, s.pipelined_step_id);
    return s;
}

}  // namespace

step_states load_states(const std::vector<int64_t>& state_ids) {
    static statement load(
        "SELECT s.step_id, s.state_id, s.run_id, r.generation, r.status = 'started', s.status, r.priority, r.fair_key, "
        "       s.remaining_deps, s.open_stripes, coalesce(s.total_tasks, 0), coalesce(s.total_items, 0), s.failed_items, "
        "       coalesce(s.stripe_width, 0), s.is_open, s.total_tasks IS NOT NULL, c.limit_id "
        "FROM fanout.step_states s JOIN fanout.runs r ON r.run_id = s.run_id "
        "LEFT JOIN fanout.limits c ON c.state_id = s.state_id WHERE s.state_id = ANY ($1)",
        {INT8ARRAYOID});
    step_states result;
    if (state_ids.empty()) return result;
    rows found = load.run({param::int8_array(state_ids)});
    for (size_t i = 0; i < found.size(); ++i) {
        const step_definition* definition = find_definition(found.int8(i, 1));
        if (!definition) continue;
        step_state s = read_state(found, i, *definition);
        result.emplace(s.state_id, std::move(s));
    }
    return result;
}

std::vector<int64_t> ids_of(const std::vector<const step_state*>& states) {
    std::vector<int64_t> ids;
    for (const step_state* state : states) ids.push_back(state->state_id);
    return ids;
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
