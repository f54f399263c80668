#include "runs/tasks.hpp"

#include "postgres/settings.hpp"
#include "postgres/table_insert.hpp"
#include "runs/stored_ranges.hpp"

#include <algorithm>

namespace fanout {
namespace {

constexpr range_table items_table = {"tasks", "items"};

/// Items that become tasks, and those rows. Items are added and rows inserted by turns: the former inside of
/// pg_call.
class tasks_to_come {
public:
    tasks_to_come(const step_state& state, int32_t first_task)
        : state_(state), rows_(partition_name("tasks", state.generation),
                               {"state_id", "first_index", "last_index", "generation", "items"}) {
        pg_call([&] {
            row_.begin(first_task);
            MemoryContext previous = MemoryContextSwitchTo(row_.memory);
            batch_.begin();
            MemoryContextSwitchTo(previous);
        });
    }

    /// Inside of pg_call.
    void add(const json_piece& item) {
        if (state_.batch_size == 1) return add_task(item);
        batch_.add(item);
        if (batch_.count == static_cast<uint32>(state_.batch_size)) add_batch();
    }
    /// Whether rows are to be inserted before more items are added.
    bool is_full() const { return rows_.is_full(); }

    void insert_rows() {
        rows_.flush();
        pg_call([&] { row_.forget_finished(); });
    }

    void finish() {
        pg_call([&] {
            if (batch_.count > 0) add_batch();
            if (!row_.empty()) end_row();
        });
        rows_.finish();
        pg_call([&] { row_.end(); });
    }

private:
    void add_task(const json_piece& item) {
        if (row_.is_full_for(item)) end_row();
        row_.add(item);
    }

    void add_batch() {
        MemoryContext previous = MemoryContextSwitchTo(row_.finished);
        Jsonb* items = DatumGetJsonbP(batch_.finish());
        MemoryContextSwitchTo(previous);
        batch_.clear();
        add_task(piece_of(items));
        pfree(items);
    }

    void end_row() {
        const parameter first = param::int4(row_.first), last = param::int4(row_.last());
        rows_.add({param::int8(state_.state_id), first, last,
                   param::int2(static_cast<int16_t>(state_.generation)), param::datum(row_.finish())});
    }

    const step_state& state_;
    table_insert rows_;
    range_values row_;
    json_array_builder batch_;
};

}  // namespace

void insert_only_tasks(const std::vector<int64_t>& state_ids, int generation) {
    table_insert tasks(partition_name("tasks", generation),
                       {"state_id", "first_index", "last_index", "generation"});
    for (int64_t state_id : state_ids) {
        if (tasks.is_full()) tasks.flush();
        tasks.add({param::int8(state_id), param::int4(0), param::int4(0),
                   param::int2(static_cast<int16_t>(generation))});
    }
    tasks.finish();
}

void insert_elements(const step_state& state, Datum array, int32_t first_task, const task_range& part) {
    tasks_to_come tasks(state, first_task + part.first);
    json_array_walk walk;
    pg_call([&] { walk.begin(DatumGetJsonbP(array), part.first); });
    int32_t left = part.end - part.first;
    for (bool more = true; more; tasks.insert_rows()) {
        more = pg_call([&] {
            json_piece item;
            for (; !tasks.is_full(); --left) {
                if (left == 0 || !walk.next(item)) return false;
                tasks.add(item);
            }
            return true;
        });
    }
    tasks.finish();
}

void insert_items(const step_state& state, const std::vector<Datum>& items, int32_t first_task) {
    tasks_to_come tasks(state, first_task);
    for (auto next = items.begin(); next != items.end(); tasks.insert_rows()) {
        pg_call([&] {
            for (; next != items.end() && !tasks.is_full(); ++next)
                tasks.add(piece_of(DatumGetJsonbP(*next)));
        });
    }
    tasks.finish();
}

int32_t count_tasks(const step_state& state) {
    static statement find("SELECT coalesce(max(last_index) + 1, 0) FROM fanout.tasks_$g WHERE state_id = $1",
                          {INT8OID});
    return find.run_in(state.generation, {param::int8(state.state_id)}).int4(0, 1);
}

std::map<int32_t, int32_t> batch_lengths(const step_state& state, const std::vector<int32_t>& task_indexes) {
    static statement measure(
        "SELECT i.index, jsonb_array_length(k.items -> (i.index - k.first_index)) FROM unnest($2) i (index) "
        "CROSS JOIN LATERAL (SELECT k.first_index, k.items FROM fanout.tasks_$g k "
        "                     WHERE k.state_id = $1 AND k.last_index >= i.index ORDER BY k.last_index LIMIT 1) k "
        "WHERE k.first_index <= i.index",
        {INT8OID, INT4ARRAYOID});
    rows found =
        measure.run_in(state.generation, {param::int8(state.state_id), param::int4_array(task_indexes)});
    std::map<int32_t, int32_t> lengths;
    for (size_t i = 0; i < found.size(); ++i) lengths[found.int4(i, 1)] = found.int4(i, 2);
    return lengths;
}

index_set read_items(const step_state& state, const index_set::range& tasks,
                     const std::function<bool(const stored_value&)>& receive) {
    return read_values(items_table, state.generation, state.state_id, tasks, receive);
}

void replace_item(const step_state& state, int32_t task_index, Datum item) {
    static statement replace(
        "WITH gone AS (DELETE FROM fanout.tasks_$g t WHERE t.state_id = $1 AND t.last_index = ("
        "    SELECT x.last_index FROM fanout.tasks_$g x WHERE x.state_id = $1 AND x.last_index >= $2 ORDER BY x.last_index LIMIT 1) "
        "    RETURNING t.*) "
        "INSERT INTO fanout.tasks_$g (state_id, first_index, last_index, generation, items) "
        "SELECT g.state_id, p.first_index, p.last_index, g.generation, CASE WHEN p.is_it THEN jsonb_build_array($3) ELSE "
        "       (SELECT fanout.array_of(g.items -> (i - g.first_index) ORDER BY i) FROM generate_series(p.first_index, p.last_index) i) END "
        "  FROM gone g CROSS JOIN LATERAL (VALUES (g.first_index, $2 - 1, false), ($2, $2, true), ($2 + 1, g.last_index, false)) "
        "       p (first_index, last_index, is_it) WHERE p.first_index <= p.last_index",
        {INT8OID, INT4OID, JSONBOID});
    replace.run_in(state.generation,
                   {param::int8(state.state_id), param::int4(task_index), param::datum(item)});
}

index_set indexes_of_tasks(const step_state& state) {
    index_set result;
    const auto found = ranges_at(items_table, state.generation, {{state.state_id, {0, INT32_MAX}}});
    for (const index_set::range& r : found.front()) result.append(r);
    return result;
}

std::string sample_of_items(const std::string& percentage) {
    return "SELECT k.state_id, k.generation, sum(pg_column_size(k.items)) * 100 / " + percentage +
           " AS bytes FROM fanout.tasks k TABLESAMPLE SYSTEM (" + percentage +
           ") GROUP BY k.state_id, k.generation";
}

}  // namespace fanout
