#include "runs/task_input.hpp"

#include "postgres/access.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"
#include "postgres/json_printer.hpp"
#include "postgres/jsonb.hpp"
#include "runs/missing_rows.hpp"
#include "runs/results.hpp"
#include "runs/tasks.hpp"

#include <algorithm>

namespace fanout {
namespace {

const char* item_key(const step_state& state) {
    return state.batch_size > 1 ? "items" : "item";
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

/// A part of what a step could get: the run's input, or what a step that it depends on gave.
struct input_part {
    std::string name;
    std::optional<Datum> value;  ///< as it is stored
    bool has_errors;             ///< whether errors were collected beside it
};

bool is_in_context(const step_state& state, const input_part& part) {
    if (!state.is_fanout) return true;
    if (state.context)
        return std::find(state.context->begin(), state.context->end(), part.name) != state.context->end();
    // Without fanout_from the only dependency is the source.
    return part.name != "run" && state.fanout_from && part.name != *state.fanout_from;
}

std::optional<Datum> optional_datum(const found_rows& found, int column) {
    if (found.is_null(0, column)) return std::nullopt;
    return found.datum(0, column);
}

std::optional<input_part> read_dependency(const read_snapshot& now, const step_state& state,
                                          const step_definition& dependency) {
    static const index_scan find(
        "step_states", "step_states_step_is_unique",
        {{1, BTEqualStrategyNumber, F_UUID_EQ}, {2, BTEqualStrategyNumber, F_INT8EQ}},
        {"output", "failed_items"});
    const found_rows found = find.run(now, {UUIDPGetDatum(&state.run_id), Int64GetDatum(dependency.step_id)});
    if (found.empty()) return std::nullopt;
    // Of the step over which it is pipelined each task gets the error of its own item.
    const bool has_errors = found.int4(0, 2) > 0 && dependency.step_id != state.pipelined_step_id;
    return input_part{dependency.step_slug, optional_datum(found, 1), has_errors};
}

/// All of them, as far as they are there.
std::vector<input_part> read_parts(const step_state& state) {
    static const index_scan find_run("runs", "runs_pkey", {{1, BTEqualStrategyNumber, F_UUID_EQ}}, {"input"});
    const read_snapshot now;
    std::vector<input_part> parts;
    const found_rows run = find_run.run(now, {UUIDPGetDatum(&state.run_id)});
    if (!run.empty()) parts.push_back({"run", optional_datum(run, 1), false});
    for (int64_t step_id : state.depends_on) {
        const step_definition* dependency = find_definition(step_id);
        if (!dependency) continue;
        if (std::optional<input_part> part = read_dependency(now, state, *dependency))
            parts.push_back(std::move(*part));
    }
    return parts;
}

/// Parts as one object, by their names; none where there are none.
std::optional<Datum> object_of(const std::vector<input_part>& parts) {
    if (parts.empty()) return std::nullopt;
    return pg_call([&] {
        // Large outputs take several times their size while they are put together.
        MemoryContext caller = CurrentMemoryContext;
        MemoryContext building = AllocSetContextCreate(caller, "fanout input", ALLOCSET_DEFAULT_SIZES);
        MemoryContextSwitchTo(building);
        JsonbParseState* object = nullptr;
        pushJsonbValue(&object, WJB_BEGIN_OBJECT, nullptr);
        for (const input_part& part : parts) {
            push_key(&object, part.name.c_str());
            if (part.value) {
                push_value(&object, DatumGetJsonbP(*part.value));
            } else {
                JsonbValue null;
                null.type = jbvNull;
                pushJsonbValue(&object, WJB_VALUE, &null);
            }
        }
        Jsonb* built = JsonbValueToJsonb(pushJsonbValue(&object, WJB_END_OBJECT, nullptr));
        MemoryContextSwitchTo(caller);
        const Datum result = datumCopy(JsonbPGetDatum(built), false, -1);
        MemoryContextDelete(building);
        return result;
    });
}

/// With the errors that the dependencies have collected, where there are any.
std::optional<Datum> with_errors(const step_state& state, const std::vector<input_part>& parts,
                                 const std::optional<Datum>& object) {
    static statement read("SELECT errors FROM fanout.collected_errors WHERE state_id = $1", {INT8OID});
    const auto has_errors = [](const input_part& part) { return part.has_errors; };
    if (std::none_of(parts.begin(), parts.end(), has_errors)) return object;
    const rows found = read.run({param::int8(state.state_id)});
    return found.empty() ? object : add_errors(object, plain_copy(found.datum(0, 1)));
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
    return plain_copy(build
                          .run({param::text(source.step_slug), param::int4(index),
                                item ? param::datum(*item) : param::null(), param::text(end->error),
                                param::int4(end->attempts)})
                          .datum(0, 1));
}

}  // namespace

std::optional<Datum> read_context(const step_state& state) {
    if (state.has_own_input) return own_input(state);
    if (!state.has_context) return std::nullopt;
    std::vector<input_part> parts = read_parts(state), given;
    for (const input_part& part : parts) {
        if (is_in_context(state, part)) given.push_back(part);
    }
    return with_errors(state, parts, object_of(given));
}

Datum read_whole_input(const step_state& state) {
    const std::vector<input_part> parts = read_parts(state);
    return with_errors(state, parts, object_of(parts)).value();
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
    return plain_copy(
        add.run({context ? param::datum(*context) : param::null(), param::datum(errors)}).datum(0, 1));
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
    if (!item) {
        text* whole = DatumGetTextPP(*context);
        appendBinaryStringInfo(buffer, VARDATA_ANY(whole), static_cast<int>(VARSIZE_ANY_EXHDR(whole)));
        return;
    }
    text* members = context ? DatumGetTextPP(*context) : nullptr;
    appendStringInfoString(buffer, "{\"");
    appendStringInfoString(buffer, item_key(state));
    appendStringInfoString(buffer, "\": ");
    append_json(buffer, piece_of(DatumGetJsonbP(*item)));
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
        StringInfoData text;
        initStringInfo(&text);
        append_json(&text, piece_of(DatumGetJsonbP(jsonb)));
        const Datum result = PointerGetDatum(cstring_to_text_with_len(text.data, text.len));
        pfree(text.data);
        return result;
    });
}

int64_t value_bytes(Datum value) {
    return static_cast<int64_t>(VARSIZE_ANY(DatumGetPointer(value)));
}

}  // namespace fanout

using namespace fanout;

/// step_context(state_id bigint) returns jsonb: what the tasks of a step of a run get besides their items
FANOUT_FUNCTION(fanout_step_context) {
    call.require({{0, "state_id"}}, "step_context");
    const step_state state = load_state(call.int8(0));
    require_run_access(call.caller, state.owner, state.where());
    const std::optional<Datum> context = read_context(state);
    return context ? call.copied_result(*context) : call.null_result();
}

/// task_item(state_id bigint, task_index int) returns jsonb: the item of a task; null where there is none that the
/// caller may see
FANOUT_FUNCTION(fanout_task_item) {
    const int32_t index = call.int4(1);
    const step_states found = load_states({call.int8(0)});
    if (found.empty() || index == PG_INT32_MAX) return call.null_result();
    const step_state& state = found.begin()->second;
    if (!has_run_access(call.caller, state.owner)) return call.null_result();
    std::optional<Datum> item;
    (void)read_items_of(state, {index, index + 1}, [&](const stored_value& task) {
        item = task.value;
        return true;
    });
    return item ? call.copied_result(*item) : call.null_result();
}
