#include "runs/state.hpp"

#include "plain/sqlstates.hpp"

#include <algorithm>

namespace fanout {

namespace {

/// What a state takes from its run.
struct run_part {
    int generation;
    bool is_live;
    int32_t priority;
    std::optional<std::string> fair_key;
};

/// Of states whose run_id is the first column.
std::map<lock_key, run_part> load_runs(const read_snapshot& now, const found_rows& states) {
    static const index_scan find("runs", "runs_pkey", {{1, BTEqualStrategyNumber, F_UUID_EQ}},
                                 {"run_id", "generation", "status", "priority", "fair_key"});
    std::vector<Datum> run_ids;
    std::set<lock_key> known;
    for (size_t i = 0; i < states.size(); ++i) {
        if (known.insert(key_of(states.uuid(i, 1))).second) run_ids.push_back(states.datum(i, 1));
    }
    const found_rows found = find.run_each(now, run_ids);
    std::map<lock_key, run_part> result;
    for (size_t i = 0; i < found.size(); ++i) {
        result[key_of(found.uuid(i, 1))] = {found.int2(i, 2), found.text(i, 3) == "started", found.int4(i, 4),
                                            found.optional_text(i, 5)};
    }
    return result;
}

/// Their own caps: a step that isn't a fan-out has none.
void load_caps(const read_snapshot& now, step_states& states) {
    static const index_scan find("limits", "limits_state_is_unique", {{1, BTEqualStrategyNumber, F_INT8EQ}},
                                 {"state_id", "limit_id"});
    std::vector<Datum> ids;
    for (const auto& [id, state] : states) {
        if (state.is_fanout) ids.push_back(Int64GetDatum(id));
    }
    if (ids.empty()) return;
    const found_rows found = find.run_each(now, ids);
    for (size_t i = 0; i < found.size(); ++i)
        states.at(found.int8(i, 1)).limit_ids.push_back(found.int8(i, 2));
}

void load_named_limits(const read_snapshot& now, step_state& state) {
    static const index_scan find("limits", "limits_name_is_unique", {{1, BTEqualStrategyNumber, F_TEXTEQ}},
                                 {"limit_id"});
    if (state.limits.empty()) return;
    std::vector<Datum> names;
    for (const std::string& name : state.limits) names.push_back(param::text(name).datum);
    const found_rows found = find.run_each(now, names);
    for (size_t i = 0; i < found.size(); ++i) state.limit_ids.push_back(found.int8(i, 1));
    std::sort(state.limit_ids.begin(), state.limit_ids.end());
}

std::optional<int64_t> find_pipelined(const read_snapshot& now, const step_state& state) {
    static const index_scan find(
        "step_states", "step_states_step_is_unique",
        {{1, BTEqualStrategyNumber, F_UUID_EQ}, {2, BTEqualStrategyNumber, F_INT8EQ}}, {"state_id"});
    if (!state.pipelined_step_id) return std::nullopt;
    return find.run(now, {UUIDPGetDatum(&state.run_id), Int64GetDatum(*state.pipelined_step_id)}).int8(0, 1);
}

int32_t int4_or_0(const found_rows& found, size_t row, int column) {
    return found.is_null(row, column) ? 0 : found.int4(row, column);
}

step_state read_state(const found_rows& found, size_t row, const run_part& run,
                      const step_definition& definition) {
    step_state s(definition);
    s.run_id = found.uuid(row, 1);
    s.state_id = found.int8(row, 3);
    s.status = step_statuses.find(found.text(row, 4)).value();
    s.remaining_deps = found.int4(row, 5);
    s.open_stripes = found.int4(row, 6);
    s.total_tasks = int4_or_0(found, row, 7);
    s.has_tasks = !found.is_null(row, 7);
    s.total_items = int4_or_0(found, row, 8);
    s.failed_items = found.int4(row, 9);
    s.stripe_width = int4_or_0(found, row, 10);
    s.is_open = found.boolean(row, 11);
    s.has_own_input = !found.is_null(row, 12) && found.boolean(row, 12);
    s.retries_alone = !found.is_null(row, 13);
    if (!found.is_null(row, 14)) s.first_attempt = found.int2(row, 14);
    s.generation = run.generation;
    s.run_is_live = run.is_live;
    s.priority = run.priority + s.step_priority;
    s.fair_key = run.fair_key;
    return s;
}

}  // namespace

step_states load_states(const std::vector<int64_t>& state_ids) {
    static const index_scan find("step_states", "step_states_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}},
                                 {"run_id", "step_id", "state_id", "status", "remaining_deps", "open_stripes",
                                  "total_tasks", "total_items", "failed_items", "stripe_width", "is_open",
                                  "has_own_input", "retries_alone", "first_attempt"});
    step_states result;
    if (state_ids.empty()) return result;
    const read_snapshot now;
    const found_rows found = find.run_each(now, {state_ids.begin(), state_ids.end()});
    const std::map<lock_key, run_part> runs = load_runs(now, found);
    for (size_t i = 0; i < found.size(); ++i) {
        const auto run = runs.find(key_of(found.uuid(i, 1)));
        const step_definition* definition = find_definition(found.int8(i, 2));
        if (run == runs.end() || !definition) continue;
        step_state s = read_state(found, i, run->second, *definition);
        s.pipelined_state_id = find_pipelined(now, s);
        result.emplace(s.state_id, std::move(s));
    }
    load_caps(now, result);
    for (auto& [id, state] : result) load_named_limits(now, state);
    return result;
}

std::set<int64_t> ended_states(const read_snapshot& now, const std::vector<int64_t>& state_ids) {
    static const index_scan find("step_states", "step_states_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}},
                                 {"run_id", "state_id"});
    std::set<int64_t> ended(state_ids.begin(), state_ids.end());
    const found_rows states = find.run_each(now, {ended.begin(), ended.end()});
    const std::map<lock_key, run_part> runs = load_runs(now, states);
    for (size_t i = 0; i < states.size(); ++i) {
        const auto run = runs.find(key_of(states.uuid(i, 1)));
        if (run != runs.end() && run->second.is_live) ended.erase(states.int8(i, 2));
    }
    return ended;
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

std::vector<int64_t> find_states(const pg_uuid_t& run_id) {
    static statement find("SELECT state_id FROM fanout.step_states WHERE run_id = $1", {UUIDOID});
    return find.run({param::uuid(run_id)}).int8_column(1);
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
