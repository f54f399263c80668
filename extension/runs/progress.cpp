#include "runs/progress.hpp"

#include "postgres/datum.hpp"
#include "postgres/settings.hpp"

namespace fanout {

void write_progress(const progress_values& values) {
    static statement write(
        "INSERT INTO fanout.task_progress (state_id, task_index, progress, reported_at) "
        "SELECT u.state_id, u.task_index, u.progress, $4 "
        "FROM unnest($1, $2, $3) AS u (state_id, task_index, progress) ORDER BY u.state_id, u.task_index "
        "ON CONFLICT (state_id, task_index) DO UPDATE "
        "SET progress = excluded.progress, reported_at = excluded.reported_at",
        {INT8ARRAYOID, INT4ARRAYOID, JSONBARRAYOID, TIMESTAMPTZOID});
    std::vector<int64_t> states;
    std::vector<int32_t> indexes;
    std::vector<Datum> progress;
    for (const auto& [task, value] : values) {
        states.push_back(task.first);
        indexes.push_back(task.second);
        progress.push_back(value);
    }
    write.run({param::int8_array(states), param::int4_array(indexes), param::datum_array(progress, JSONBOID),
               param::time(engine_clock())});
}

std::optional<Datum> progress_of(int64_t state_id, int32_t task_index) {
    static statement find("SELECT progress FROM fanout.task_progress WHERE state_id = $1 AND task_index = $2",
                          {INT8OID, INT4OID});
    rows found = find.run({param::int8(state_id), param::int4(task_index)});
    if (found.empty()) return std::nullopt;
    return plain_copy(found.datum(0, 1));
}

void forget_progress(const std::map<int64_t, std::vector<int32_t>>& tasks) {
    static statement forget("DELETE FROM fanout.task_progress WHERE state_id = $1 AND task_index = ANY ($2)",
                            {INT8OID, INT4ARRAYOID});
    for (const auto& [state_id, indexes] : tasks) {
        forget.run({param::int8(state_id), param::int4_array(indexes)});
    }
}

void forget_progress_of_completed_runs() {
    // State by state, however many tasks of it have reported; of many states some with each call.
    static statement find(
        "WITH RECURSIVE reported (state_id, number) AS ("
        "    (SELECT p.state_id, 1 FROM fanout.task_progress p WHERE p.state_id > $1 ORDER BY p.state_id LIMIT 1) UNION ALL "
        "    SELECT (SELECT p.state_id FROM fanout.task_progress p WHERE p.state_id > reported.state_id "
        "            ORDER BY p.state_id LIMIT 1), number + 1 FROM reported WHERE reported.state_id IS NOT NULL AND number < $2) "
        "SELECT state_id, NOT EXISTS ("
        "    SELECT FROM fanout.step_states s JOIN fanout.runs r ON r.run_id = s.run_id "
        "     WHERE s.state_id = reported.state_id AND r.status <> 'completed') "
        "FROM reported WHERE state_id IS NOT NULL ORDER BY state_id",
        {INT8OID, INT4OID});
    static statement forget(
        "DELETE FROM fanout.task_progress WHERE ctid = ANY (ARRAY("
        "SELECT ctid FROM fanout.task_progress WHERE state_id = ANY ($1) LIMIT 10000 FOR UPDATE SKIP LOCKED))",
        {INT8ARRAYOID});
    constexpr int32_t most_states = 1000;
    static int64_t last_looked_at = 0;
    std::vector<int64_t> completed;
    {
        rows found = find.run({param::int8(last_looked_at), param::int4(most_states)});
        last_looked_at = found.size() < most_states ? 0 : found.int8(found.size() - 1, 1);
        for (size_t i = 0; i < found.size(); ++i) {
            if (found.boolean(i, 2)) completed.push_back(found.int8(i, 1));
        }
    }
    if (!completed.empty()) forget.run({param::int8_array(completed)});
}

void remove_progress(const std::vector<int64_t>& state_ids) {
    static statement remove("DELETE FROM fanout.task_progress WHERE state_id = ANY ($1)", {INT8ARRAYOID});
    remove.run({param::int8_array(state_ids)});
}

}  // namespace fanout
