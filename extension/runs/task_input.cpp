#include "runs/task_input.hpp"

#include "postgres/datum.hpp"
#include "postgres/jsonb.hpp"
#include "runs/missing_rows.hpp"
#include "runs/results.hpp"
#include "runs/tasks.hpp"

namespace fanout {
namespace {

const char* item_key(const step_state& state) {
    return state.batch_size > 1 ? "items" : "item";
}

/// The parts of an input as one object. A copy, which outlives the rows that it was read with.
std::optional<Datum> object_of(const rows& found) {
    if (found.empty() || found.is_null(0, 1)) return std::nullopt;
    return plain_copy(found.datum(0, 1));
}

void push_key(JsonbParseState** state, const char* name) {
    JsonbValue key;
    key.type = jbvString;
    key.val.string.val = const_cast<char*>(name);
    key.val.string.len = static_cast<int>(strlen(name));
    pushJsonbValue(state, WJB_KEY, &key);
}

void push_value(JsonbParseState** state, Jsonb* element) {
    JsonbValue value;
    if (!JsonbExtractScalar(&element->root, &value)) {
        value.type = jbvBinary;
        value.val.binary.data = &element->root;
        value.val.binary.len = static_cast<int>(VARSIZE(element) - VARHDRSZ);
    }
    pushJsonbValue(state, WJB_VALUE, &value);
}

/// The members of an object, their values as they are.
void push_members(JsonbParseState** state, Jsonb* object) {
    JsonbIterator* members = JsonbIteratorInit(&object->root);
    JsonbValue value;
    for (JsonbIteratorToken token; (token = JsonbIteratorNext(&members, &value, true)) != WJB_DONE;) {
        if (token == WJB_KEY || token == WJB_VALUE) pushJsonbValue(state, token, &value);
    }
}

/// The parts that a statement reads as one object, and whether it is to have errors.
std::optional<Datum> read_parts(const step_state& state, statement& read) {
    static statement read_errors("SELECT errors FROM fanout.collected_errors WHERE state_id = $1", {INT8OID});
    std::optional<Datum> parts;
    bool has_errors = false;
    {
        rows found = read.run({param::int8(state.state_id)});
        parts = object_of(found);
        has_errors = found.boolean(0, 2);
    }
    if (!has_errors) return parts;
    const std::optional<Datum> errors = object_of(read_errors.run({param::int8(state.state_id)}));
    return errors ? add_errors(parts, *errors) : parts;
}

/// The items of these tasks, as read_items: a pipelined step's are what the tasks of its source gave.
index_set read_items_of(const step_state& state, const index_set::range& tasks,
                        const std::function<bool(const stored_value&)>& receive) {
    if (!state.pipelined_state_id) return read_items(state, tasks, receive);
    return read_outputs(*state.pipelined_state_id, state.generation, tasks, receive);
}

/// What a retry has given the task of a single step.
std::optional<Datum> own_input(const step_state& state) {
    std::optional<Datum> input;
    (void)read_items(state, {0, 1}, [&](const stored_value& found) {
        input = plain_copy(*found.value);
        return true;
    });
    return input;
}

/// With what the source of a pipelined step failed at an item.
std::optional<Datum> error_of_item(const step_state& source, int32_t index) {
    static statement build("SELECT jsonb_build_object($1, jsonb_build_array("
                           "    jsonb_build_object('index', $2, 'item', $3, 'error', $4, 'attempts', $5)))",
                           {TEXTOID, INT4OID, JSONBOID, TEXTOID, INT4OID});
    const std::optional<end_of_task> end = final_failure(source, index);
    if (!end) return std::nullopt;
    std::optional<Datum> item;
    read_items_of(source, {index, index + 1}, [&](const stored_value& found) {
        item = found.value;
        return true;
    });
    return object_of(build.run({param::text(source.step_slug), param::int4(index),
                                item ? param::datum(*item) : param::null(), param::text(end->error),
                                param::int4(end->attempts)}));
}

}  // namespace

std::optional<Datum> read_context(const step_state& state) {
    static statement read(
        "SELECT jsonb_object_agg(name, value) FILTER (WHERE in_context), bool_or(has_errors) "
        "FROM fanout.input_parts WHERE state_id = $1",
        {INT8OID});
    static statement read_run("SELECT jsonb_build_object('run', input) FROM fanout.runs WHERE run_id = $1",
                              {UUIDOID});
    if (state.has_own_input) return own_input(state);
    if (!state.has_context) return std::nullopt;
    // Where nothing comes before the step there is nothing else.
    if (state.dependencies == 0) return object_of(read_run.run({param::uuid(state.run_id)}));
    return read_parts(state, read);
}

std::map<int64_t, std::optional<Datum>> read_small_contexts(const std::vector<int64_t>& state_ids) {
    // By the stored size, which is known without reading the value: it is a few megabytes at most.
    static statement read(
        "SELECT jsonb_object_agg(name, CASE WHEN pg_column_size(value) <= 8192 THEN value END) FILTER (WHERE in_context), "
        "       state_id, bool_or(has_errors OR pg_column_size(value) > 8192) "
        "FROM fanout.input_parts WHERE state_id = ANY ($1) GROUP BY state_id",
        {INT8ARRAYOID});
    std::map<int64_t, std::optional<Datum>> result;
    rows found = read.run({param::int8_array(state_ids)});
    for (size_t i = 0; i < found.size(); ++i) {
        if (found.boolean(i, 3)) continue;
        result[found.int8(i, 2)] =
            found.is_null(i, 1) ? std::nullopt : std::optional(plain_copy(found.datum(i, 1)));
    }
    return result;
}

Datum read_whole_input(const step_state& state) {
    static statement read("SELECT jsonb_object_agg(name, value), bool_or(has_errors) "
                          "FROM fanout.input_parts WHERE state_id = $1",
                          {INT8OID});
    return read_parts(state, read).value();
}

void for_each_item(const index_set& indexes, const step_state& state,
                   const std::function<bool(const task_item&)>& receive) {
    if (!state.is_fanout) {
        receive({0});
        return;
    }
    std::optional<step_state> source;  // where an item failed in it
    bool goes_on = true;
    for (const index_set::range& r : indexes.ranges()) {
        const index_set missing = read_items_of(state, r, [&](const stored_value& found) {
            task_item task{found.index, found.value};
            if (!found.value && state.pipelined_state_id) {
                if (!source) source = load_state(*state.pipelined_state_id);
                task.item = json_null();
                task.errors = error_of_item(*source, task.index);
            }
            return goes_on = receive(task);
        });
        if (!missing.empty()) raise_missing_items(state, missing);
        if (!goes_on) return;
    }
}

Datum add_errors(const std::optional<Datum>& context, Datum errors) {
    static statement add("SELECT coalesce($1, '{}') || jsonb_build_object('$errors', "
                         "coalesce($1 -> '$errors', '{}') || $2)",
                         {JSONBOID, JSONBOID});
    return *object_of(add.run({context ? param::datum(*context) : param::null(), param::datum(errors)}));
}

bool has_errors(const std::optional<Datum>& context) {
    if (!context) return false;
    return pg_call([&] {
        JsonbValue value;
        const char key[] = "$errors";
        return getKeyJsonValueFromContainer(&DatumGetJsonbP(*context)->root, key, sizeof(key) - 1, &value) !=
               nullptr;
    });
}

Datum jsonb_input(const step_state& state, const std::optional<Datum>& item,
                  const std::optional<Datum>& context) {
    if (!item) return context.value();
    const char* key = item_key(state);
    return pg_call([&] {
        JsonbParseState* object = nullptr;
        pushJsonbValue(&object, WJB_BEGIN_OBJECT, nullptr);
        push_key(&object, key);
        push_value(&object, DatumGetJsonbP(*item));
        if (context) push_members(&object, DatumGetJsonbP(*context));
        return JsonbPGetDatum(JsonbValueToJsonb(pushJsonbValue(&object, WJB_END_OBJECT, nullptr)));
    });
}

/// The element is printed into place, which takes less than building a jsonb first.
void append_input(StringInfo buffer, const step_state& state, const std::optional<Datum>& item,
                  const std::optional<Datum>& context) {
    text* members = context ? DatumGetTextPP(*context) : nullptr;
    if (!item) {
        appendBinaryStringInfo(buffer, VARDATA_ANY(members), static_cast<int>(VARSIZE_ANY_EXHDR(members)));
        return;
    }
    Jsonb* element = DatumGetJsonbP(*item);
    appendStringInfoString(buffer, "{\"");
    appendStringInfoString(buffer, item_key(state));
    appendStringInfoString(buffer, "\": ");
    JsonbToCString(buffer, &element->root, VARSIZE(element));
    if (members) {
        // Its inner part: an object as text begins with one brace and ends with one.
        appendStringInfoString(buffer, ", ");
        appendBinaryStringInfo(buffer, VARDATA_ANY(members) + 1,
                               static_cast<int>(VARSIZE_ANY_EXHDR(members)) - 2);
    }
    appendStringInfoChar(buffer, '}');
}

Datum json_text(Datum jsonb) {
    return pg_call([&] {
        Jsonb* value = DatumGetJsonbP(jsonb);
        return PointerGetDatum(cstring_to_text(JsonbToCString(nullptr, &value->root, VARSIZE(value))));
    });
}

int64_t value_bytes(Datum value) {
    return static_cast<int64_t>(VARSIZE_ANY(DatumGetPointer(value)));
}

}  // namespace fanout
