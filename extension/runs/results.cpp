#include "runs/results.hpp"

#include "postgres/datum.hpp"
#include "postgres/multirange.hpp"
#include "postgres/settings.hpp"
#include "postgres/table_insert.hpp"

namespace fanout {
namespace {

/// The way that always works. Returns the positions of those that had a result before.
std::vector<size_t> insert_new_results(int generation, const std::vector<new_result>& results,
                                       TimestampTz now) {
    // Unnested in the select list, row by row: FROM unnest(...) would first write all of it into a
    // tuplestore.
    static statement insert(
        "INSERT INTO fanout.results_$g (state_id, claimed_at, completed_at, task_index, worker_id, generation, "
        "                               attempt, output) "
        "SELECT unnest($3), unnest($4), $1, unnest($6), unnest($5), $2, unnest($7), unnest($8) "
        "ON CONFLICT DO NOTHING RETURNING state_id, task_index",
        {TIMESTAMPTZOID, INT2OID, INT8ARRAYOID, TIMESTAMPTZARRAYOID, INT8ARRAYOID, INT4ARRAYOID, INT2ARRAYOID,
         JSONBARRAYOID});
    std::vector<Datum> states, claimed, workers, indexes, attempts, outputs;
    for (const new_result& r : results) {
        states.push_back(Int64GetDatum(r.state_id));
        claimed.push_back(TimestampTzGetDatum(r.claimed_at));
        workers.push_back(Int64GetDatum(r.worker_id));
        indexes.push_back(Int32GetDatum(r.task_index));
        attempts.push_back(Int16GetDatum(r.attempt));
        outputs.push_back(r.output);
    }
    rows inserted = insert.run_in(
        generation, {param::time(now), param::int2(static_cast<int16_t>(generation)),
                     param::datum_array(states, INT8OID), param::datum_array(claimed, TIMESTAMPTZOID),
                     param::datum_array(workers, INT8OID), param::datum_array(indexes, INT4OID),
                     param::datum_array(attempts, INT2OID), param::datum_array(outputs, JSONBOID)});
    std::vector<size_t> old;
    size_t next = 0;
    for (size_t i = 0; i < results.size(); ++i) {
        const bool is_new = next < inserted.size() && inserted.int8(next, 1) == results[i].state_id &&
                            inserted.int4(next, 2) == results[i].task_index;
        if (is_new) {
            ++next;
        } else {
            old.push_back(i);
        }
    }
    return old;
}

/// The way that is nearly always enough: under its claim no task has a result yet. Returns whether it was. ON
/// CONFLICT would write more WAL.
bool insert_all_results(int generation, const std::vector<new_result>& results, TimestampTz now) {
    if (results.size() < least_bulk_rows()) return false;
    return !subtransaction([&] {
        table_insert rows(partition_name("results", generation),
                          {"state_id", "claimed_at", "completed_at", "task_index", "worker_id", "generation",
                           "attempt", "output"});
        for (const new_result& r : results) {
            if (rows.is_full()) rows.flush();
            rows.add({param::int8(r.state_id), param::time(r.claimed_at), param::time(now),
                      param::int4(r.task_index), param::int8(r.worker_id),
                      param::int2(static_cast<int16_t>(generation)), param::int2(r.attempt),
                      param::datum(r.output)});
        }
        rows.finish();
    });
}

std::vector<int32_t> indexes_of(const rows& found) {
    std::vector<int32_t> result;
    for (size_t i = 0; i < found.size(); ++i) result.push_back(found.int4(i, 1));
    return result;
}

}  // namespace

std::vector<size_t> insert_results(int generation, const std::vector<new_result>& results, TimestampTz now) {
    if (insert_all_results(generation, results, now)) return {};
    return insert_new_results(generation, results, now);
}

void insert_failure(int generation, const failed_attempt& of, const failure& what, TimestampTz now) {
    static statement insert(
        "INSERT INTO fanout.failures_$g (state_id, claimed_at, failed_at, task_index, worker_id, generation, attempt, "
        "                                final, said_final, error) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) "
        "ON CONFLICT DO NOTHING",
        {INT8OID, TIMESTAMPTZOID, TIMESTAMPTZOID, INT4OID, INT8OID, INT2OID, INT2OID, BOOLOID, BOOLOID,
         TEXTOID});
    const bool was_claimed = of.worker_id != 0;
    insert.run_in(generation,
                  {param::int8(of.state_id), was_claimed ? param::time(of.claimed_at) : param::null(),
                   param::time(now), param::int4(of.task_index),
                   was_claimed ? param::int8(of.worker_id) : param::null(),
                   param::int2(static_cast<int16_t>(generation)), param::int2(of.attempt),
                   param::boolean(what.is_last), param::boolean(what.said_final), param::text(what.error)});
}

bool insert_failed_result(int generation, const failed_attempt& of, TimestampTz now) {
    static statement insert(
        "INSERT INTO fanout.results_$g (state_id, claimed_at, completed_at, task_index, worker_id, generation, attempt) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
        {INT8OID, TIMESTAMPTZOID, TIMESTAMPTZOID, INT4OID, INT8OID, INT2OID, INT2OID});
    return !insert
                .run_in(generation,
                        {param::int8(of.state_id), param::time(of.worker_id == 0 ? now : of.claimed_at),
                         param::time(now), param::int4(of.task_index), param::int8(of.worker_id),
                         param::int2(static_cast<int16_t>(generation)), param::int2(of.attempt)})
                .empty();
}

std::vector<recorded_attempt> recorded_attempts(const step_state& state, int16_t attempt,
                                                const std::vector<int32_t>& task_indexes) {
    static statement find(
        "SELECT i.index, r.task_index IS NOT NULL, r.output, f.error, f.said_final "
        "FROM unnest($3) AS i (index) "
        "LEFT JOIN fanout.results_$g r ON r.state_id = $1 AND r.task_index = i.index AND r.attempt = $2 "
        "LEFT JOIN fanout.failures_$g f ON f.state_id = $1 AND f.task_index = i.index AND f.attempt = $2 "
        "ORDER BY i.index",
        {INT8OID, INT2OID, INT4ARRAYOID});
    rows found = find.run_in(state.generation, {param::int8(state.state_id), param::int2(attempt),
                                                param::int4_array(task_indexes)});
    std::vector<recorded_attempt> result;
    for (size_t i = 0; i < found.size(); ++i) {
        recorded_attempt& a = result.emplace_back(recorded_attempt{found.int4(i, 1), found.boolean(i, 2)});
        if (!found.is_null(i, 3)) a.output = plain_copy(found.datum(i, 3));
        a.error = found.optional_text(i, 4).value_or("");
        a.said_final = !found.is_null(i, 5) && found.boolean(i, 5);
    }
    return result;
}

bool has_result(const step_state& state) {
    static statement find("SELECT FROM fanout.results_$g WHERE state_id = $1 LIMIT 1", {INT8OID});
    return !find.run_in(state.generation, {param::int8(state.state_id)}).empty();
}

std::vector<int32_t> indexes_with_result(int64_t state_id, int generation, int32_t first,
                                         std::optional<int32_t> end, std::optional<int32_t> most) {
    static statement find("SELECT task_index FROM fanout.results_$g WHERE state_id = $1 AND task_index >= $2 "
                          "AND ($3 IS NULL OR task_index < $3) ORDER BY task_index LIMIT $4",
                          {INT8OID, INT4OID, INT4OID, INT4OID});
    return indexes_of(find.run_in(generation, {param::int8(state_id), param::int4(first),
                                               end ? param::int4(*end) : param::null(),
                                               most ? param::int4(*most) : param::null()}));
}

std::vector<int32_t> remove_failed_results(const step_state& state, const std::vector<int32_t>& others) {
    static statement remove(
        "DELETE FROM fanout.results_$g WHERE state_id = $1 AND (output IS NULL OR "
        "    $2 AND EXISTS (SELECT FROM jsonb_array_elements(output) e WHERE fanout.item_error(e) IS NOT NULL) OR task_index = ANY ($3)) "
        "RETURNING task_index",
        {INT8OID, BOOLOID, INT4ARRAYOID});
    return indexes_of(
        remove.run_in(state.generation, {param::int8(state.state_id), param::boolean(state.batch_size > 1),
                                         param::int4_array(others)}));
}

void fail_results(int64_t state_id, int generation, const std::string& error) {
    static statement fail(
        "INSERT INTO fanout.failures_$g (state_id, claimed_at, failed_at, task_index, worker_id, generation, attempt, "
        "                                final, error) "
        "SELECT state_id, claimed_at, completed_at, task_index, nullif(worker_id, 0), generation, attempt, false, $2 "
        "FROM fanout.results_$g WHERE state_id = $1",
        {INT8OID, TEXTOID});
    static statement remove("DELETE FROM fanout.results_$g WHERE state_id = $1", {INT8OID});
    fail.run_in(generation, {param::int8(state_id), param::text(error)});
    remove.run_in(generation, {param::int8(state_id)});
}

std::vector<missing_tasks> find_missing_tasks(const step_state& state, int32_t tasks) {
    static statement find(
        "SELECT m.stripe, m.attempt, bool_or(m.has_progress), range_agg(int4range(m.i, m.i + 1)) "
        "FROM (SELECT x.i, x.i / $3 AS stripe, coalesce((SELECT max(f.attempt) FROM fanout.failures_$g f "
        "             WHERE f.state_id = $1 AND f.task_index = x.i), 0)::int2 + 1::int2 AS attempt, "
        "             EXISTS (SELECT FROM fanout.task_progress p WHERE p.state_id = $1 AND p.task_index = x.i) "
        "                 AS has_progress "
        "        FROM generate_series(0, $2 - 1) x (i) "
        "       WHERE NOT EXISTS (SELECT FROM fanout.results_$g r WHERE r.state_id = $1 AND r.task_index = x.i) "
        "         AND ($4 IS NULL OR EXISTS (SELECT FROM fanout.results_$g r WHERE r.state_id = $4 AND r.task_index = x.i)) "
        "     ) m GROUP BY m.stripe, m.attempt ORDER BY min(m.i)",
        {INT8OID, INT4OID, INT4OID, INT8OID});
    rows found =
        find.run_in(state.generation,
                    {param::int8(state.state_id), param::int4(tasks), param::int4(state.stripe_width),
                     state.pipelined_state_id ? param::int8(*state.pipelined_state_id) : param::null()});
    std::vector<missing_tasks> result;
    for (size_t i = 0; i < found.size(); ++i) {
        result.push_back(
            {found.int4(i, 1), found.int2(i, 2), found.boolean(i, 3), multirange_indexes(found.datum(i, 4))});
    }
    return result;
}

std::map<int32_t, int32_t> count_missing_tasks(const step_state& state, int32_t tasks, int32_t stripe_width) {
    static statement count(
        "SELECT x.i / $3, count(*)::int FROM generate_series(0, $2 - 1) x (i) "
        "WHERE NOT EXISTS (SELECT FROM fanout.results_$g r WHERE r.state_id = $1 AND r.task_index = x.i) "
        "GROUP BY x.i / $3",
        {INT8OID, INT4OID, INT4OID});
    rows found = count.run_in(state.generation,
                              {param::int8(state.state_id), param::int4(tasks), param::int4(stripe_width)});
    std::map<int32_t, int32_t> result;
    for (size_t i = 0; i < found.size(); ++i) result[found.int4(i, 1)] = found.int4(i, 2);
    return result;
}

std::map<int32_t, int16_t> failed_attempts(const step_state& state, int32_t first, int32_t last) {
    static statement find("SELECT task_index, max(attempt) FROM fanout.failures_$g "
                          "WHERE state_id = $1 AND task_index BETWEEN $2 AND $3 GROUP BY task_index",
                          {INT8OID, INT4OID, INT4OID});
    rows found =
        find.run_in(state.generation, {param::int8(state.state_id), param::int4(first), param::int4(last)});
    std::map<int32_t, int16_t> result;
    for (size_t i = 0; i < found.size(); ++i) result[found.int4(i, 1)] = found.int2(i, 2);
    return result;
}

}  // namespace fanout
