#include "new_run.hpp"

#include "fanout.hpp"

#include <algorithm>

namespace fanout {
namespace {

/// The columns of the states that runs begin with, in topological order within a run.
struct new_states {
    new_states(const std::vector<pg_uuid_t>& run_ids, const std::vector<step_definition>& steps) {
        // Single steps that wait for nothing are inserted as started; but where there is a fan-out among
        // those that begin, they begin one after the other.
        auto begins = [](const step_definition& step) { return step.dependencies == 0; };
        const bool only_singles = std::none_of(steps.begin(), steps.end(), [&](const step_definition& step) {
            return begins(step) && step.is_fanout;
        });
        for (const pg_uuid_t& run_id : run_ids) {
            for (const step_definition& step : steps) {
                runs.push_back(run_id);
                definitions.push_back(&step);
                step_ids.push_back(step.step_id);
                dependencies.push_back(step.dependencies);
                started.push_back(BoolGetDatum(begins(step) && only_singles));
            }
        }
    }

    /// Returns their ids.
    std::vector<int64_t> insert(TimestampTz now) const {
        static statement insert(
            "INSERT INTO fanout.step_states (run_id, step_id, remaining_deps, status, total_tasks, total_items, "
            "                                open_stripes, stripe_width, started_at) "
            "SELECT u.run_id, u.step_id, u.dependencies, CASE WHEN u.started THEN 'started' ELSE 'created' END, "
            "       CASE WHEN u.started THEN 1 END, CASE WHEN u.started THEN 1 END, u.started::int, "
            "       CASE WHEN u.started THEN 1 END, CASE WHEN u.started THEN $5 END "
            "FROM unnest($1, $2, $3, $4) AS u (run_id, step_id, dependencies, started) RETURNING state_id",
            {UUIDARRAYOID, INT8ARRAYOID, INT4ARRAYOID, BOOLARRAYOID, TIMESTAMPTZOID});
        rows made =
            insert.run({param::uuid_array(runs), param::int8_array(step_ids), param::int4_array(dependencies),
                        param::datum_array(started, BOOLOID), param::time(now)});
        std::vector<int64_t> ids;
        for (size_t i = 0; i < made.size(); ++i) ids.push_back(made.int8(i, 1));
        return ids;
    }

    std::vector<pg_uuid_t> runs;
    std::vector<const step_definition*> definitions;
    std::vector<int64_t> step_ids;
    std::vector<int32_t> dependencies;
    std::vector<Datum> started;
};

/// A state that was inserted as started.
step_state begun(const step_definition& step, int64_t state_id, const pg_uuid_t& run_id,
                 const run_beginning& run) {
    step_state s(step);
    s.state_id = state_id;
    s.run_id = run_id;
    s.generation = run.generation;
    s.run_is_live = s.has_tasks = true;
    s.status = "started";
    s.priority = run.priority + step.step_priority;
    s.fair_key = run.fair_key;
    s.remaining_deps = s.failed_items = 0;
    s.open_stripes = s.total_tasks = s.total_items = s.stripe_width = 1;
    s.is_open = false;
    return s;
}

}  // namespace

pg_uuid_t time_ordered_uuid() {
    pg_uuid_t id;
    if (!pg_strong_random(id.data, UUID_LEN)) {
        pg_call([] { elog(ERROR, "no random numbers for a run_id"); });
    }
    constexpr int64_t postgres_epoch_ms = 946684800000;
    const uint64_t ms = static_cast<uint64_t>(GetCurrentTimestamp() / 1000 + postgres_epoch_ms);
    for (int i = 0; i < 6; ++i) id.data[i] = static_cast<unsigned char>(ms >> (8 * (5 - i)));
    id.data[6] = static_cast<unsigned char>(0x70 | (id.data[6] & 0x0f));
    id.data[8] = static_cast<unsigned char>(0x80 | (id.data[8] & 0x3f));
    return id;
}

flow_version use_current_version(const std::string& flow_slug) {
    static statement use("UPDATE fanout.flows SET used = true WHERE flow_id = $1 AND NOT used", {INT8OID});
    if (const auto known = known_version(flow_slug)) return *known;
    flow_version version = current_version(flow_slug);
    while (!version.used) {
        use.run({param::int8(version.flow_id)});
        version = current_version(flow_slug);
    }
    keep_version(flow_slug, version);
    return version;
}

std::optional<run_beginning> insert_run(const flow_version& version, const new_run& run) {
    static statement insert(
        "INSERT INTO fanout.runs (run_id, flow_id, generation, name, priority, owner, input, started_at, deadline, fair_key) "
        "SELECT $1, f.flow_id, g.last_value, $3, $4, f.owner, $5, $6, $6 + f.run_timeout, $7 "
        "FROM fanout.flows f, fanout.generation_seq g WHERE f.flow_id = $2 ON CONFLICT DO NOTHING "
        "RETURNING generation",
        {UUIDOID, INT8OID, TEXTOID, INT4OID, JSONBOID, TIMESTAMPTZOID, TEXTOID});
    rows inserted =
        insert.run({param::uuid(run.run_id), param::int8(version.flow_id), param::optional_text(run.name),
                    param::int4(run.priority), param::datum(run.input), param::time(engine_clock()),
                    param::optional_text(run.fair_key)});
    if (inserted.empty()) return std::nullopt;
    return run_beginning{inserted.int2(0, 1), run.priority, run.fair_key};
}

void start_inserted_runs(const std::vector<pg_uuid_t>& run_ids, const run_beginning& run,
                         const flow_version& version, advance_mode mode) {
    const TimestampTz now = engine_clock();
    const std::vector<step_definition> steps = definitions_of(version.flow_id);
    // Their rows are this transaction's own: locking them waits for nobody.
    const lock_order_scope own_rows;
    if (steps.empty()) {
        complete_runs(run_ids);
        return;
    }
    const new_states states(run_ids, steps);
    const std::vector<int64_t> ids = states.insert(now);
    std::vector<step_state> started;
    change_set ready;
    for (size_t i = 0; i < ids.size(); ++i) {
        if (DatumGetBool(states.started[i])) {
            started.push_back(begun(*states.definitions[i], ids[i], states.runs[i], run));
        } else if (states.dependencies[i] == 0) {
            ready.states[ids[i]];
        }
    }
    std::vector<const step_state*> singles;
    for (const step_state& state : started) singles.push_back(&state);
    give_single_tasks(singles, now);
    advance(ready, mode, state_locks::held);
}

}  // namespace fanout
