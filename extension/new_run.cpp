#include "new_run.hpp"

#include "fanout.hpp"

namespace fanout {
namespace {

struct inserted_states {
    std::vector<int64_t> started;  // steps that wait for nothing and begin as started
    change_set ready;              // those that wait for nothing and have yet to start
    bool any = false;
};

/// In topological order within a run.
inserted_states insert_states(const std::vector<pg_uuid_t>& run_ids, const flow_version& version,
                              TimestampTz now) {
    // Where there is a fan-out among those that begin, they begin one after the other.
    static statement insert(
        "INSERT INTO fanout.step_states (run_id, step_id, remaining_deps, status, total_tasks, total_items, "
        "                                open_stripes, stripe_width, started_at) "
        "SELECT r.run_id, s.step_id, s.dependencies, CASE WHEN s.starts THEN 'started' ELSE 'created' END, one, one, "
        "       coalesce(one, 0), one, CASE WHEN s.starts THEN $3 END "
        "FROM unnest($1) WITH ORDINALITY AS r (run_id, place), ("
        "    SELECT step_id, position, dependencies, starts, CASE WHEN starts THEN 1 END AS one FROM ("
        "        SELECT step_id, position, d.dependencies, d.dependencies = 0 "
        "               AND bool_and(step_type = 'single' OR d.dependencies > 0) OVER () AS starts "
        "        FROM fanout.steps t, LATERAL "
        "            (SELECT count(*) AS dependencies FROM fanout.deps WHERE step_id = t.step_id) d "
        "        WHERE flow_id = $2) t) s "
        "ORDER BY r.place, s.position RETURNING state_id, remaining_deps, status",
        {UUIDARRAYOID, INT8OID, TIMESTAMPTZOID});
    rows made = insert.run({param::uuid_array(run_ids), param::int8(version.flow_id), param::time(now)});
    inserted_states result;
    result.any = !made.empty();
    for (size_t i = 0; i < made.size(); ++i) {
        if (made.text(i, 3) == "started") {
            result.started.push_back(made.int8(i, 1));
        } else if (made.int4(i, 2) == 0) {
            result.ready.states[made.int8(i, 1)];
        }
    }
    return result;
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
    flow_version version = current_version(flow_slug);
    while (!version.used) {
        use.run({param::int8(version.flow_id)});
        version = current_version(flow_slug);
    }
    return version;
}

bool insert_run(const flow_version& version, const new_run& run) {
    static statement insert(
        "INSERT INTO fanout.runs (run_id, flow_id, generation, name, priority, owner, input, started_at, deadline, fair_key) "
        "SELECT $1, f.flow_id, g.last_value, $3, $4, f.owner, $5, $6, $6 + f.run_timeout, $7 "
        "FROM fanout.flows f, fanout.generation_seq g WHERE f.flow_id = $2 ON CONFLICT DO NOTHING",
        {UUIDOID, INT8OID, TEXTOID, INT4OID, JSONBOID, TIMESTAMPTZOID, TEXTOID});
    return !insert
                .run({param::uuid(run.run_id), param::int8(version.flow_id), param::optional_text(run.name),
                      param::int4(run.priority), param::datum(run.input), param::time(engine_clock()),
                      param::optional_text(run.fair_key)})
                .empty();
}

void start_inserted_runs(const std::vector<pg_uuid_t>& run_ids, const flow_version& version,
                         advance_mode mode) {
    const TimestampTz now = engine_clock();
    inserted_states made = insert_states(run_ids, version, now);
    const step_states started = load_states(made.started);
    std::vector<const step_state*> singles;
    for (const auto& [id, state] : started) singles.push_back(&state);
    give_single_tasks(singles, now);
    // Their rows are this transaction's own: locking them waits for nobody.
    const lock_order_scope own_rows;
    advance(made.ready, mode, state_locks::held);
    if (!made.any) complete_runs(run_ids);
}

}  // namespace fanout
