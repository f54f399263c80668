#include "runs/tasks.hpp"

#include "postgres/settings.hpp"
#include "postgres/table_insert.hpp"

namespace fanout {
namespace {

/// What a statement takes apart into items.
enum class collection { array, piece };

#define INSERT_TASKS(items)                                                                                  \
    "INSERT INTO fanout.tasks_$g (state_id, task_index, generation, item) "                                  \
    "SELECT $1, $3 + (e.position - 1)::int, $2, e.item FROM " items " WITH ORDINALITY e (item, position) "   \
    "WHERE e.position BETWEEN $6 + 1 AND $7"
#define INSERT_BATCHES(items)                                                                                \
    "INSERT INTO fanout.tasks_$g (state_id, task_index, generation, item) "                                  \
    "SELECT $1, $3 + b.number, $2, b.items FROM ("                                                           \
    "    SELECT ((e.position - 1) / $4)::int AS number, jsonb_agg(e.item ORDER BY e.position) AS items "     \
    "      FROM " items " WITH ORDINALITY e (item, position) WHERE e.position BETWEEN $6 + 1 AND $7 "        \
    "     GROUP BY 1) b ORDER BY b.number"

constexpr task_range all_items = {0, INT_MAX};

/// @param part  of the items
void insert_tasks(const step_state& state, collection what, Datum value, int32_t first_task,
                  const task_range& part = all_items) {
    using types = std::vector<Oid>;
    const types of_array = {INT8OID, INT2OID, INT4OID, INT4OID, JSONBOID, INT4OID, INT4OID},
                of_piece = {INT8OID, INT2OID, INT4OID, INT4OID, JSONBARRAYOID, INT4OID, INT4OID};
    static statement tasks[] = {{INSERT_TASKS("jsonb_array_elements($5)"), of_array},
                                {INSERT_TASKS("unnest($5)"), of_piece}};
    static statement batches[] = {{INSERT_BATCHES("jsonb_array_elements($5)"), of_array},
                                  {INSERT_BATCHES("unnest($5)"), of_piece}};
    statement& insert = (state.batch_size > 1 ? batches : tasks)[static_cast<size_t>(what)];
    insert.run_in(state.generation,
                  {param::int8(state.state_id), param::int2(static_cast<int16_t>(state.generation)),
                   param::int4(first_task), param::int4(state.batch_size), param::datum(value),
                   param::int4(part.first), param::int4(part.end)});
}

#undef INSERT_TASKS
#undef INSERT_BATCHES

/// Goes on to the next element of an array that is walked through; false after the last one.
bool find_element(JsonbIterator*& walk, JsonbValue& value) {
    for (JsonbIteratorToken token; (token = JsonbIteratorNext(&walk, &value, true)) != WJB_DONE;) {
        if (token == WJB_ELEM) return true;
    }
    return false;
}

/// The next element, in the current memory context. The rows of jsonb_array_elements would first be written
/// into a tuplestore.
bool next_element(JsonbIterator*& walk, Datum& element) {
    JsonbValue value;
    if (!find_element(walk, value)) return false;
    element = JsonbPGetDatum(JsonbValueToJsonb(&value));
    return true;
}

/// Whether tasks of so many items are inserted past the executor.
bool go_in_bulk(const step_state& state, size_t items) {
    return state.batch_size == 1 && items >= least_bulk_rows();
}

table_insert tasks_of(const step_state& state) {
    return {partition_name("tasks", state.generation), {"state_id", "task_index", "generation", "item"}};
}

void add_task(table_insert& tasks, const step_state& state, int32_t index, Datum item) {
    tasks.add({param::int8(state.state_id), param::int4(index),
               param::int2(static_cast<int16_t>(state.generation)), param::datum(item)});
}

/// Returns false where there are fewer.
bool skip_elements(JsonbIterator*& walk, int32_t count) {
    JsonbValue value;
    for (; count > 0; --count) {
        if (!find_element(walk, value)) return false;
    }
    return true;
}

void insert_elements_in_bulk(const step_state& state, Datum array, int32_t first_task,
                             const task_range& part) {
    table_insert tasks = tasks_of(state);
    MemoryContext items = pg_call(
        [] { return AllocSetContextCreate(CurrentMemoryContext, "fanout items", ALLOCSET_DEFAULT_SIZES); });
    JsonbIterator* walk = nullptr;
    bool more = pg_call([&] {
        walk = JsonbIteratorInit(&DatumGetJsonbP(array)->root);
        return skip_elements(walk, part.first);
    });
    int32_t index = first_task + part.first;
    const int64_t end = int64_t{first_task} + part.end;
    while (more) {
        more = pg_call([&] {
            MemoryContext previous = MemoryContextSwitchTo(items);
            Datum item = 0;
            bool found = true;
            while (!tasks.is_full() && (found = index < end && next_element(walk, item)))
                add_task(tasks, state, index++, item);
            MemoryContextSwitchTo(previous);
            return found;
        });
        tasks.flush();
        pg_call([&] { MemoryContextReset(items); });
    }
    tasks.finish();
    pg_call([&] { MemoryContextDelete(items); });
}

void insert_items_in_bulk(const step_state& state, const std::vector<Datum>& items, int32_t first_task) {
    table_insert tasks = tasks_of(state);
    for (Datum item : items) {
        add_task(tasks, state, first_task++, item);
        if (tasks.is_full()) tasks.flush();
    }
    tasks.finish();
}

}  // namespace

void insert_only_tasks(const std::vector<int64_t>& state_ids, int generation) {
    table_insert tasks(partition_name("tasks", generation), {"state_id", "task_index", "generation"});
    for (int64_t state_id : state_ids) {
        if (tasks.is_full()) tasks.flush();
        tasks.add({param::int8(state_id), param::int4(0), param::int2(static_cast<int16_t>(generation))});
    }
    tasks.finish();
}

void insert_elements(const step_state& state, Datum array, int32_t first_task, const task_range& part) {
    if (go_in_bulk(state, static_cast<size_t>(part.end - part.first))) {
        insert_elements_in_bulk(state, array, first_task, part);
    } else {
        insert_tasks(state, collection::array, array, first_task, part);
    }
}

void insert_items(const step_state& state, const std::vector<Datum>& items, int32_t first_task) {
    if (go_in_bulk(state, items.size())) return insert_items_in_bulk(state, items, first_task);
    const parameter piece = param::datum_array(items, JSONBOID);
    insert_tasks(state, collection::piece, piece.datum, first_task);
    pg_call([&] { pfree(DatumGetPointer(piece.datum)); });
}

int32_t count_tasks(const step_state& state) {
    static statement find("SELECT coalesce(max(task_index) + 1, 0) FROM fanout.tasks_$g WHERE state_id = $1",
                          {INT8OID});
    return find.run_in(state.generation, {param::int8(state.state_id)}).int4(0, 1);
}

std::map<int32_t, int32_t> batch_lengths(const step_state& state, const std::vector<int32_t>& task_indexes) {
    static statement measure("SELECT task_index, jsonb_array_length(item) FROM fanout.tasks_$g "
                             "WHERE state_id = $1 AND task_index = ANY ($2)",
                             {INT8OID, INT4ARRAYOID});
    rows found =
        measure.run_in(state.generation, {param::int8(state.state_id), param::int4_array(task_indexes)});
    std::map<int32_t, int32_t> lengths;
    for (size_t i = 0; i < found.size(); ++i) lengths[found.int4(i, 1)] = found.int4(i, 2);
    return lengths;
}

}  // namespace fanout
