#include "runs/results.hpp"

#include "postgres/datum.hpp"
#include "postgres/index_scan.hpp"
#include "postgres/json_array.hpp"
#include "postgres/jsonb.hpp"
#include "postgres/multirange.hpp"
#include "postgres/settings.hpp"
#include "postgres/table_insert.hpp"
#include "runs/stored_ranges.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

namespace fanout {
namespace {

constexpr range_table outputs_table = {"results", "outputs"};

/// Of outcomes those that go into the table together: one after the other, of one claim.
bool follows(const new_result& next, const new_result& last) {
    return next.state_id == last.state_id && next.task_index == last.task_index + 1 &&
           next.attempt == last.attempt && next.worker_id == last.worker_id &&
           next.claimed_at == last.claimed_at;
}

/// The end of the range that begins with the result `begin`.
size_t end_of_range(const std::vector<new_result>& results, size_t begin) {
    size_t end = begin + 1;
    while (end < results.size() && follows(results[end], results[end - 1])) ++end;
    return end;
}

void warn_of_second_result(int64_t state_id, const index_set::range& there) {
    const std::string message = "tasks " + std::to_string(there.lo) + " to " + std::to_string(there.hi - 1) +
                                " of the state " + std::to_string(state_id) +
                                " have a result already: another one is passed over";
    warn(message);
}

/// Which of the results are of tasks that have one, by their places. Under its claim no task has: what else is
/// found isn't to be counted twice.
std::vector<size_t> find_old(int generation, const std::vector<new_result>& results) {
    std::vector<state_range> ranges;
    std::vector<size_t> begins;
    for (size_t begin = 0; begin < results.size(); begin = end_of_range(results, begin)) {
        const int32_t first = results[begin].task_index;
        const auto count = static_cast<int32_t>(end_of_range(results, begin) - begin);
        ranges.push_back({results[begin].state_id, {first, first + count}});
        begins.push_back(begin);
    }
    const auto found = ranges_at(outputs_table, generation, ranges);
    std::vector<size_t> old;
    for (size_t i = 0; i < ranges.size(); ++i) {
        const auto& [state_id, tasks] = ranges[i];
        for (const index_set::range& r : found[i]) {
            const index_set::range there{std::max(r.lo, tasks.lo), std::min(r.hi, tasks.hi)};
            warn_of_second_result(state_id, there);
            for (int32_t index = there.lo; index < there.hi; ++index)
                old.push_back(begins[i] + static_cast<size_t>(index - tasks.lo));
        }
    }
    return old;
}

/// Results that become rows. They are added and the rows inserted by turns: the former inside of pg_call.
class results_to_come {
public:
    results_to_come(int generation, TimestampTz now)
        : generation_(static_cast<int16_t>(generation)), now_(now),
          rows_(partition_name("results", generation),
                {"state_id", "claimed_at", "completed_at", "worker_id", "first_index", "last_index",
                 "generation", "attempt", "outputs"}) {
        pg_call([&] { row_.begin(0); });
    }

    /// Inside of pg_call.
    void add(const new_result& r) {
        const json_piece output = piece_of(DatumGetJsonbP(r.output));
        if (!row_.empty() && (!follows(r, last_) || row_.is_full_for(output))) end_row();
        if (row_.empty()) row_.first = r.task_index;
        row_.add(output);
        last_ = r;
    }
    /// Whether rows are to be inserted before more results are added.
    bool is_full() const { return rows_.is_full(); }

    void insert_rows() {
        rows_.flush();
        pg_call([&] { row_.forget_finished(); });
    }

    void finish() {
        pg_call([&] {
            if (!row_.empty()) end_row();
        });
        rows_.finish();
        pg_call([&] { row_.end(); });
    }

private:
    void end_row() {
        const parameter first = param::int4(row_.first), last = param::int4(row_.last());
        rows_.add({param::int8(last_.state_id), param::time(last_.claimed_at), param::time(now_),
                   param::int8(last_.worker_id), first, last, param::int2(generation_),
                   param::int2(last_.attempt), param::datum(row_.finish())});
    }

    const int16_t generation_;
    const TimestampTz now_;
    table_insert rows_;
    range_values row_;
    new_result last_{};  ///< that the row has
};

// The elements of all batches' outputs. A failed batch stands for as many nulls as it has items.
#define ARRAY_OF_BATCHES                                                                                      \
    "(SELECT coalesce(fanout.array_of(CASE WHEN r.output IS NOT NULL AND fanout.item_error(e.value) IS NULL " \
    "                                THEN e.value END), '[]') "                                               \
    "FROM (SELECT x.first_index + coalesce(o.place - 1, 0)::int AS task_index, o.output "                     \
    "        FROM fanout.results_$g x "                                                                       \
    "        LEFT JOIN LATERAL jsonb_array_elements(x.outputs) WITH ORDINALITY o (output, place) ON true "    \
    "       WHERE x.state_id = $1 ORDER BY x.last_index, o.place) r, "                                        \
    "jsonb_array_elements(coalesce(r.output, "                                                                \
    "    (SELECT k.items -> (r.task_index - k.first_index) FROM fanout.tasks_$g k "                           \
    "      WHERE k.state_id = $1 AND k.last_index >= r.task_index ORDER BY k.last_index LIMIT 1))) e)"

/// The outputs of all tasks in the order of their indexes; that of a failed one is JSON's null. None where the
/// rows don't follow each other without a gap.
std::optional<Datum> array_of_tasks(const step_state& state) {
    const std::string results = partition_name("results", state.generation);
    const indexed_table of{results, results + "_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}}};
    const Datum state_id = Int64GetDatum(state.state_id);
    const read_snapshot now;
    int32_t next = 0;
    const Datum array = pg_call([&] {
        MemoryContext caller = CurrentMemoryContext;
        MemoryContext building = AllocSetContextCreate(caller, "fanout array", ALLOCSET_DEFAULT_SIZES);
        // What a stored value is unpacked into.
        MemoryContext unpacked = AllocSetContextCreate(building, "fanout outputs", ALLOCSET_DEFAULT_SIZES);
        MemoryContextSwitchTo(building);
        json_array_builder builder;
        builder.begin();
        MemoryContextSwitchTo(caller);
        running_scan scan;
        scan.begin(of, AccessShareLock, now.get());
        const char* const names[] = {"first_index", "last_index", "outputs"};
        column_numbers columns;
        columns.find(scan.table, names, std::size(names));
        for (scan.restart(&state_id); scan.next(ForwardScanDirection); MemoryContextReset(unpacked)) {
            CHECK_FOR_INTERRUPTS();
            bool is_null = false;
            if (DatumGetInt32(slot_getattr(scan.row, columns.of[0], &is_null)) != next) break;
            next = DatumGetInt32(slot_getattr(scan.row, columns.of[1], &is_null)) + 1;
            const Datum outputs = slot_getattr(scan.row, columns.of[2], &is_null);
            if (is_null) {
                builder.add(json_null_piece);
                continue;
            }
            MemoryContextSwitchTo(unpacked);
            Jsonb* values = DatumGetJsonbP(outputs);
            MemoryContextSwitchTo(caller);
            builder.add_all(values);
        }
        scan.end();
        const Datum result = builder.finish();
        MemoryContextDelete(building);
        return result;
    });
    if (next == state.total_tasks) return array;
    pg_call([&] { pfree(DatumGetPointer(array)); });
    return std::nullopt;
}

/// What the row of a task alone has.
Datum only_value(Datum values) {
    return pg_call([&] {
        json_array_walk walk;
        walk.begin(DatumGetJsonbP(values));
        json_piece value;
        if (!walk.next(value)) elog(ERROR, "a row has fewer values than tasks");
        return JsonbPGetDatum(value_of(value));
    });
}

Datum array_of_batches(const step_state& state) {
    static statement batches("SELECT " ARRAY_OF_BATCHES, {INT8OID});
    rows found = batches.run_in(state.generation, {param::int8(state.state_id)});
    return plain_copy(found.datum(0, 1));
}

/// Rows that are cut, by their last indexes, and the pieces of them that stay: of which row, from where, up to
/// where.
struct cut_rows {
    std::vector<int32_t> rows, piece_of, piece_first, piece_last;
    index_set taken;

    void keep(const index_set::range& row, const index_set::range& piece) {
        if (piece.lo >= piece.hi) return;
        piece_of.push_back(row.hi - 1);
        piece_first.push_back(piece.lo);
        piece_last.push_back(piece.hi - 1);
    }
};

/// The rows and the tasks are gone through side by side: there may be many of both.
cut_rows take_out(const std::vector<index_set::range>& rows, const index_set& tasks) {
    cut_rows result;
    auto next = tasks.ranges().begin();
    const auto end = tasks.ranges().end();
    for (const index_set::range& row : rows) {
        while (next != end && next->hi <= row.lo) ++next;
        if (next == end || next->lo >= row.hi) continue;
        result.rows.push_back(row.hi - 1);
        int32_t kept = row.lo;
        for (auto t = next; t != end && t->lo < row.hi; ++t) {
            const index_set::range gone{std::max(t->lo, row.lo), std::min(t->hi, row.hi)};
            result.taken.append(gone);
            result.keep(row, {kept, gone.lo});
            kept = gone.hi;
        }
        result.keep(row, {kept, row.hi});
    }
    return result;
}

/// Takes results back: of the rows that have them, pieces with the others stay. These are the only rows that
/// are ever updated or removed before their run is. Returns the tasks that had one.
index_set cut(const step_state& state, const index_set& tasks) {
    static statement replace(
        "WITH gone AS (DELETE FROM fanout.results_$g r WHERE r.state_id = $1 AND r.last_index = ANY ($2) RETURNING r.*) "
        "INSERT INTO fanout.results_$g (state_id, claimed_at, completed_at, worker_id, first_index, last_index, "
        "                               generation, attempt, outputs) "
        "SELECT g.state_id, g.claimed_at, g.completed_at, g.worker_id, p.first_index, p.last_index, g.generation, g.attempt, "
        "       (SELECT fanout.array_of(g.outputs -> (i - g.first_index) ORDER BY i) "
        "          FROM generate_series(p.first_index, p.last_index) i) "
        "  FROM gone g JOIN unnest($3, $4, $5) p (of, first_index, last_index) ON p.of = g.last_index",
        {INT8OID, INT4ARRAYOID, INT4ARRAYOID, INT4ARRAYOID, INT4ARRAYOID});
    if (tasks.empty()) return {};
    const index_set::range all{tasks.ranges().front().lo, tasks.ranges().back().hi};
    cut_rows c = take_out(ranges_at(outputs_table, state.generation, {{state.state_id, all}}).front(), tasks);
    replace.run_in(state.generation,
                   {param::int8(state.state_id), param::int4_array(c.rows), param::int4_array(c.piece_of),
                    param::int4_array(c.piece_first), param::int4_array(c.piece_last)});
    return std::move(c.taken);
}

}  // namespace

std::vector<size_t> insert_results(int generation, const std::vector<new_result>& results, TimestampTz now) {
    std::vector<size_t> old = find_old(generation, results);
    results_to_come rows(generation, now);
    auto next_old = old.begin();
    for (size_t i = 0; i < results.size(); rows.insert_rows()) {
        pg_call([&] {
            for (; i < results.size() && !rows.is_full(); ++i) {
                const bool is_old = next_old != old.end() && *next_old == i;
                is_old ? void(++next_old) : rows.add(results[i]);
            }
        });
    }
    rows.finish();
    return old;
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
        "INSERT INTO fanout.results_$g (state_id, claimed_at, completed_at, worker_id, first_index, last_index, "
        "                               generation, attempt) VALUES ($1, $2, $3, $4, $5, $5, $6, $7)",
        {INT8OID, TIMESTAMPTZOID, TIMESTAMPTZOID, INT8OID, INT4OID, INT2OID, INT2OID});
    const index_set::range task{of.task_index, of.task_index + 1};
    if (!ranges_at(outputs_table, generation, {{of.state_id, task}}).front().empty()) {
        warn_of_second_result(of.state_id, task);
        return false;
    }
    insert.run_in(generation, {param::int8(of.state_id), param::time(of.worker_id == 0 ? now : of.claimed_at),
                               param::time(now), param::int8(of.worker_id), param::int4(of.task_index),
                               param::int2(static_cast<int16_t>(generation)), param::int2(of.attempt)});
    return true;
}

std::vector<recorded_attempt> recorded_attempts(const step_state& state, int16_t attempt,
                                                const std::vector<int32_t>& task_indexes) {
    static statement find(
        "SELECT i.index, r.state_id IS NOT NULL, r.outputs -> (i.index - r.first_index), f.error, f.said_final "
        "FROM unnest($3) AS i (index) "
        "LEFT JOIN LATERAL (SELECT r.state_id, r.first_index, r.attempt, r.outputs FROM fanout.results_$g r "
        "                    WHERE r.state_id = $1 AND r.last_index >= i.index ORDER BY r.last_index LIMIT 1) r "
        "       ON r.first_index <= i.index AND r.attempt = $2 "
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

index_set indexes_with_result(int64_t state_id, int generation, const index_set::range& tasks) {
    index_set result;
    const auto found = ranges_at(outputs_table, generation, {{state_id, tasks}});
    for (const index_set::range& r : found.front())
        result.append(index_set::range{std::max(r.lo, tasks.lo), std::min(r.hi, tasks.hi)});
    return result;
}

namespace {

/// Whether what is pipelined over the state's source gets the items that failed there.
bool source_collects(const step_state& state) {
    const step_definition* source =
        state.pipelined_step_id ? find_definition(*state.pipelined_step_id) : nullptr;
    return source && source->collects;
}

/// Whether nothing more will come of what a pipelined step reads, which is completed: an item that isn't there has been
/// lost, and its task fails when it comes to it, instead of waiting.
bool has_all_items(const step_state& state) {
    static const index_scan find("step_states", "step_states_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}},
                                 {"status"});
    const found_rows source = find.run(read_snapshot(), {Int64GetDatum(*state.pipelined_state_id)});
    return !source.empty() && source.text(0, 1) == "completed";
}

}  // namespace

index_set items_with_result(const step_state& state, const index_set::range& tasks) {
    static statement find_failed(
        "SELECT first_index FROM fanout.results_$g "
        "WHERE state_id = $1 AND last_index BETWEEN $2 AND $3 - 1 AND outputs IS NULL",
        {INT8OID, INT4OID, INT4OID});
    if (has_all_items(state)) return index_set(tasks.lo, std::min(tasks.hi, state.total_tasks));
    const int64_t source = *state.pipelined_state_id;
    index_set result = indexes_with_result(source, state.generation, tasks);
    if (source_collects(state)) return result;
    const rows failed = find_failed.run_in(
        state.generation, {param::int8(source), param::int4(tasks.lo), param::int4(tasks.hi)});
    std::vector<int32_t> indexes;
    for (size_t i = 0; i < failed.size(); ++i) indexes.push_back(failed.int4(i, 1));
    std::sort(indexes.begin(), indexes.end());
    result.remove(indexes);
    return result;
}

std::optional<bool> has_succeeded(const step_state& state, int32_t task_index) {
    std::optional<bool> result;
    read_outputs(state.state_id, state.generation, {task_index, task_index + 1},
                 [&](const stored_value& found) {
                     result = found.value.has_value();
                     return true;
                 });
    return result;
}

index_set take_back_results(const step_state& state, const index_set& tasks) {
    return cut(state, tasks);
}

namespace {

/// Makes failed attempts of those of these tasks that have succeeded.
void fail_successes(const step_state& state, const index_set& tasks, const std::string& error) {
    static statement fail(
        "INSERT INTO fanout.failures_$g (state_id, claimed_at, failed_at, task_index, worker_id, generation, attempt, "
        "                                final, error) "
        "SELECT $1, r.claimed_at, r.completed_at, i.index, nullif(r.worker_id, 0), r.generation, r.attempt, false, $3 "
        "FROM unnest($2) AS i (index) CROSS JOIN LATERAL ("
        "    SELECT r.* FROM fanout.results_$g r "
        "     WHERE r.state_id = $1 AND r.last_index >= i.index ORDER BY r.last_index LIMIT 1) r "
        "WHERE r.first_index <= i.index AND r.outputs IS NOT NULL ON CONFLICT DO NOTHING",
        {INT8OID, INT4ARRAYOID, TEXTOID});
    fail.run_in(state.generation,
                {param::int8(state.state_id), param::int4_array(tasks.elements()), param::text(error)});
}

}  // namespace

index_set remove_failed_results(const step_state& state, const std::vector<int32_t>& others) {
    static statement find(
        "SELECT coalesce(range_agg(int4range(x.index, x.index + 1)), '{}') FROM ("
        "    SELECT r.first_index FROM fanout.results_$g r WHERE r.state_id = $1 AND r.outputs IS NULL UNION ALL "
        "    SELECT r.first_index + (o.place - 1)::int "
        "      FROM fanout.results_$g r CROSS JOIN LATERAL jsonb_array_elements(r.outputs) WITH ORDINALITY o (output, place) "
        "     WHERE $2 AND r.state_id = $1 "
        "       AND EXISTS (SELECT FROM jsonb_array_elements(o.output) e WHERE fanout.item_error(e) IS NOT NULL) UNION ALL "
        "    SELECT unnest($3)) x (index)",
        {INT8OID, BOOLOID, INT4ARRAYOID});
    const index_set wanted = multirange_indexes(
        find.run_in(state.generation, {param::int8(state.state_id), param::boolean(state.batch_size > 1),
                                       param::int4_array(others)})
            .datum(0, 1));
    if (wanted.empty()) return {};
    fail_successes(state, wanted,
                   state.batch_size > 1 ? "items of it failed" : "what it was made of had failed");
    return cut(state, wanted);
}

void remove_results(const step_state& state) {
    static statement remove("DELETE FROM fanout.results_$g WHERE state_id = $1", {INT8OID});
    remove.run_in(state.generation, {param::int8(state.state_id)});
}

int32_t count_failed_items(const step_state& state) {
    static statement tasks(
        "SELECT count(*)::int FROM fanout.results_$g WHERE state_id = $1 AND outputs IS NULL", {INT8OID});
    static statement items_of_batches(
        "SELECT coalesce(sum(CASE WHEN r.outputs IS NOT NULL THEN (SELECT count(*) FROM fanout.errors_in_batches(r.outputs)) ELSE "
        "    (SELECT jsonb_array_length(k.items -> (r.first_index - k.first_index)) FROM fanout.tasks_$g k "
        "      WHERE k.state_id = $1 AND k.last_index >= r.first_index ORDER BY k.last_index LIMIT 1) END), 0)::int "
        "FROM fanout.results_$g r WHERE r.state_id = $1",
        {INT8OID});
    statement& count = state.batch_size > 1 ? items_of_batches : tasks;
    return count.run_in(state.generation, {param::int8(state.state_id)}).int4(0, 1);
}

void fail_results(const step_state& state, const std::string& error) {
    fail_successes(state, {0, state.total_tasks}, error);
    remove_results(state);
}

#define RANGES_WITH_RESULT(state)                                                                            \
    "coalesce((SELECT range_agg(int4range(r.first_index, r.last_index + 1)) "                                \
    "            FROM fanout.results_$g r WHERE r.state_id = " state "), '{}')"

std::vector<missing_tasks> find_missing_tasks(const step_state& state, int32_t tasks) {
    static statement find(
        "SELECT m.stripe, m.attempt, bool_or(m.has_progress), range_agg(int4range(m.i, m.i + 1)) "
        "FROM (SELECT x.i, x.i / $3 AS stripe, greatest((SELECT max(f.attempt) + 1::int2 FROM fanout.failures_$g f "
        "             WHERE f.state_id = $1 AND f.task_index = x.i), $5) AS attempt, "
        "             EXISTS (SELECT FROM fanout.task_progress p WHERE p.state_id = $1 AND p.task_index = x.i) "
        "                 AS has_progress "
        "        FROM unnest((int4multirange(int4range(0, $2)) - " RANGES_WITH_RESULT(
            "$1") ") "
                  "                    * CASE WHEN $4 IS NULL THEN int4multirange(int4range(0, $2)) "
                  "                           ELSE " RANGES_WITH_RESULT(
                      "$4 AND (r.outputs IS NOT NULL OR $6)") " END) g (tasks) "
                                                              "       CROSS JOIN LATERAL generate_series(lower(g.tasks), upper(g.tasks) - 1) x (i) "
                                                              "     ) m GROUP BY m.stripe, m.attempt ORDER BY min(m.i)",
        {INT8OID, INT4OID, INT4OID, INT8OID, INT2OID, BOOLOID});
    rows found = find.run_in(
        state.generation,
        {param::int8(state.state_id), param::int4(tasks), param::int4(state.stripe_width),
         state.pipelined_state_id && !has_all_items(state) ? param::int8(*state.pipelined_state_id)
                                                           : param::null(),
         param::int2(state.first_attempt), param::boolean(source_collects(state))});
    std::vector<missing_tasks> result;
    for (size_t i = 0; i < found.size(); ++i) {
        result.push_back(
            {found.int4(i, 1), found.int2(i, 2), found.boolean(i, 3), multirange_indexes(found.datum(i, 4))});
    }
    return result;
}

std::map<int32_t, int32_t> count_missing_tasks(const step_state& state, int32_t tasks, int32_t stripe_width) {
    static statement count(
        "SELECT x.i / $3, count(*)::int "
        "FROM unnest(int4multirange(int4range(0, $2)) - " RANGES_WITH_RESULT(
            "$1") ") g (tasks) "
                  "CROSS JOIN LATERAL generate_series(lower(g.tasks), upper(g.tasks) - 1) x (i) GROUP BY x.i / $3",
        {INT8OID, INT4OID, INT4OID});
    rows found = count.run_in(state.generation,
                              {param::int8(state.state_id), param::int4(tasks), param::int4(stripe_width)});
    std::map<int32_t, int32_t> result;
    for (size_t i = 0; i < found.size(); ++i) result[found.int4(i, 1)] = found.int4(i, 2);
    return result;
}

#undef RANGES_WITH_RESULT

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

int16_t attempt_after(const std::map<int32_t, int16_t>& failed, const step_state& state, int32_t task_index) {
    const auto last = failed.find(task_index);
    const int next = last == failed.end() ? 1 : last->second + 1;
    return static_cast<int16_t>(std::max<int>(next, state.first_attempt));
}

int16_t highest_attempt(const step_state& state) {
    static statement find(
        "SELECT greatest((SELECT max(attempt) FROM fanout.results_$g WHERE state_id = $1), "
        "(SELECT max(attempt) FROM fanout.failures_$g WHERE state_id = $1 AND task_index >= 0), 0::int2)",
        {INT8OID});
    return find.run_in(state.generation, {param::int8(state.state_id)}).int2(0, 1);
}

std::optional<Datum> array_of_outputs(const step_state& state) {
    return state.batch_size > 1 ? array_of_batches(state) : array_of_tasks(state);
}

std::map<int64_t, Datum> outputs_of_singles(const std::vector<const step_state*>& states) {
    std::map<int, std::vector<Datum>> keys;  // by generation
    std::map<int64_t, Datum> outputs;
    const Datum none = json_null();
    for (const step_state* state : states) {
        std::vector<Datum>& of_generation = keys[state->generation];
        of_generation.insert(of_generation.end(), {Int64GetDatum(state->state_id), Int32GetDatum(0)});
    }
    for (const auto& [generation, tasks] : keys) {
        const std::string results = partition_name("results", generation);
        const index_scan find(results, results + "_pkey",
                              {{1, BTEqualStrategyNumber, F_INT8EQ}, {2, BTEqualStrategyNumber, F_INT4EQ}},
                              {"state_id", "outputs"});
        const found_rows found = find.run_each(read_snapshot(), tasks);
        for (size_t i = 0; i < found.size(); ++i)
            outputs[found.int8(i, 1)] = found.is_null(i, 2) ? none : only_value(found.datum(i, 2));
    }
    return outputs;
}

index_set read_outputs(int64_t state_id, int generation, const index_set::range& tasks,
                       const std::function<bool(const stored_value&)>& receive) {
    return read_values(outputs_table, generation, state_id, tasks, receive);
}

index_set counted_results(const step_state& state) {
    static statement find(
        "SELECT coalesce(range_agg(int4multirange(int4range(r.first_index, r.last_index + 1)) "
        "                          - coalesce(c.indexes, '{}')), '{}') "
        "FROM fanout.results_$g r LEFT JOIN ("
        "    SELECT q.attempt, range_agg(q.indexes) AS indexes FROM fanout.queue q "
        "     WHERE q.state_id = $1 AND q.kind = 'count' GROUP BY q.attempt) c ON c.attempt = r.attempt "
        "WHERE r.state_id = $1 AND (r.outputs IS NOT NULL OR $2)",
        {INT8OID, BOOLOID});
    return multirange_indexes(
        find.run_in(state.generation, {param::int8(state.state_id), param::boolean(state.collects)})
            .datum(0, 1));
}

std::optional<end_of_task> final_failure(const step_state& state, int32_t task_index) {
    static statement find("SELECT error, attempt, claimed_at IS NULL FROM fanout.failures_$g "
                          "WHERE state_id = $1 AND task_index = $2 AND final ORDER BY attempt DESC LIMIT 1",
                          {INT8OID, INT4OID});
    const rows found = find.run_in(state.generation, {param::int8(state.state_id), param::int4(task_index)});
    if (found.empty()) return std::nullopt;
    return end_of_task{found.text(0, 1), found.int2(0, 2) - found.boolean(0, 3)};
}

namespace {

/// Of these tasks of a state, in ascending order, those whose row ends within `reach` behind them; takes them out of `tasks`,
/// with those that turn out to have none.
void take_last_attempts(int64_t state_id, int generation, int64_t reach, std::vector<int32_t>& tasks,
                        std::vector<last_attempt>& taken) {
    const std::string results = partition_name("results", generation);
    const index_scan find(results, results + "_pkey",
                          {{1, BTEqualStrategyNumber, F_INT8EQ},
                           {2, BTGreaterEqualStrategyNumber, F_INT4GE},
                           {2, BTLessEqualStrategyNumber, F_INT4LE}},
                          {"first_index", "last_index", "attempt", "claimed_at", "completed_at"});
    const auto farthest = [reach](int32_t index) {
        return static_cast<int32_t>(std::min<int64_t>(index + reach, std::numeric_limits<int32_t>::max()));
    };
    std::vector<Datum> keys;
    for (int32_t index : tasks) {
        keys.insert(keys.end(),
                    {Int64GetDatum(state_id), Int32GetDatum(index), Int32GetDatum(farthest(index))});
    }
    const found_rows found = find.run_each(read_snapshot(), keys, 1);
    std::vector<int32_t> left;
    size_t i = 0;
    for (int32_t index : tasks) {
        // A row within a task's reach is the one that the look for it has found.
        if (i == found.size() || found.int4(i, 2) < index || found.int4(i, 2) > farthest(index)) {
            left.push_back(index);
            continue;
        }
        if (found.int4(i, 1) <= index)
            taken.push_back({index, found.int2(i, 3), found.int8(i, 4), found.int8(i, 5)});
        ++i;
    }
    tasks = std::move(left);
}

}  // namespace

// A scan reads all of an index's page that meets its conditions, hundreds of rows, though it is asked for the first. So rows are looked
// for close to their tasks at first, where those of single tasks are.
std::vector<last_attempt> last_attempts(int64_t state_id, int generation, std::vector<int32_t> task_indexes) {
    constexpr int64_t reaches[] = {16, 1024, std::numeric_limits<int32_t>::max()};
    std::vector<last_attempt> result;
    for (int64_t reach : reaches)
        if (!task_indexes.empty()) take_last_attempts(state_id, generation, reach, task_indexes, result);
    std::sort(result.begin(), result.end(),
              [](const last_attempt& a, const last_attempt& b) { return a.task_index < b.task_index; });
    return result;
}

failed_time time_of_attempts_before(int64_t state_id, int generation, int32_t task_index, int16_t attempt) {
    const std::string failures = partition_name("failures", generation);
    const index_scan find(failures, failures + "_pkey",
                          {{1, BTEqualStrategyNumber, F_INT8EQ},
                           {2, BTEqualStrategyNumber, F_INT4EQ},
                           {3, BTLessStrategyNumber, F_INT2LT}},
                          {"claimed_at", "failed_at"});
    const found_rows found = find.run(
        read_snapshot(), {Int64GetDatum(state_id), Int32GetDatum(task_index), Int16GetDatum(attempt)});
    failed_time result;
    for (size_t i = 0; i < found.size(); ++i) {
        if (found.is_null(i, 1)) continue;
        if (result.first_claimed_at == 0) result.first_claimed_at = found.int8(i, 1);
        result.microseconds += std::max<int64_t>(found.int8(i, 2) - found.int8(i, 1), 0);
    }
    return result;
}

int64_t count_results(int64_t state_id, int generation) {
    static statement count("SELECT coalesce(sum(last_index - first_index + 1), 0)::bigint "
                           "FROM fanout.results_$g WHERE state_id = $1",
                           {INT8OID});
    return count.run_in(generation, {param::int8(state_id)}).int8(0, 1);
}

int64_t count_retries(int64_t state_id, int generation, int64_t most) {
    static statement count("SELECT count(*) FROM (SELECT FROM fanout.failures_$g "
                           "WHERE state_id = $1 AND task_index >= 0 AND NOT final LIMIT $2) f",
                           {INT8OID, INT8OID});
    return count.run_in(generation, {param::int8(state_id), param::int8(most)}).int8(0, 1);
}

std::string sample_of_results(const std::string& percentage) {
    return "SELECT k.state_id, k.generation, sum(pg_column_size(k.outputs)) * 100 / " + percentage +
           " AS bytes FROM fanout.results k TABLESAMPLE SYSTEM (" + percentage +
           ") GROUP BY k.state_id, k.generation";
}

std::string sample_of_failures(const std::string& percentage) {
    return "SELECT k.state_id, k.generation, sum(pg_column_size(k.error)) * 100 / " + percentage +
           " AS bytes FROM fanout.failures k TABLESAMPLE SYSTEM (" + percentage +
           ") GROUP BY k.state_id, k.generation";
}

}  // namespace fanout
