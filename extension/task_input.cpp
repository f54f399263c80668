#include "task_input.hpp"

namespace fanout {
namespace {

/// `{"item": element}` as text: the element is printed into place, which takes less than building a jsonb
/// first.
Datum json_input(Jsonb* element) {
    StringInfoData buffer;
    initStringInfo(&buffer);
    appendStringInfoString(&buffer, "{\"item\": ");
    JsonbToCString(&buffer, &element->root, VARSIZE(element));
    appendStringInfoChar(&buffer, '}');
    Datum result = PointerGetDatum(cstring_to_text_with_len(buffer.data, buffer.len));
    pfree(buffer.data);
    return result;
}

/// The same as jsonb.
Datum jsonb_input(Jsonb* element) {
    JsonbParseState* state = nullptr;
    pushJsonbValue(&state, WJB_BEGIN_OBJECT, nullptr);
    char name[] = "item";
    JsonbValue key;
    key.type = jbvString;
    key.val.string.val = name;
    key.val.string.len = sizeof(name) - 1;
    pushJsonbValue(&state, WJB_KEY, &key);
    JsonbValue value;
    if (!JsonbExtractScalar(&element->root, &value)) {
        value.type = jbvBinary;
        value.val.binary.data = &element->root;
        value.val.binary.len = static_cast<int>(VARSIZE(element) - VARHDRSZ);
    }
    pushJsonbValue(&state, WJB_VALUE, &value);
    return PointerGetDatum(JsonbValueToJsonb(pushJsonbValue(&state, WJB_END_OBJECT, nullptr)));
}

Datum item_input(Datum item, input_type type) {
    return pg_call([&] {
        Jsonb* element = DatumGetJsonbP(item);
        return type == input_type::json ? json_input(element) : jsonb_input(element);
    });
}

Datum single_input(Datum input, input_type type) {
    return pg_call([&] {
        Jsonb* value = DatumGetJsonbPCopy(input);
        if (type == input_type::jsonb) return PointerGetDatum(value);
        return PointerGetDatum(cstring_to_text(JsonbToCString(nullptr, &value->root, VARSIZE(value))));
    });
}

}  // namespace

void for_each_input(const index_set& indexes, const step_state& state, input_type type,
                    const std::function<bool(int32_t, Datum)>& receive) {
    static statement items(
        "SELECT task_index, item FROM fanout.tasks_$g WHERE state_id = $1 AND task_index >= $2 "
        "AND task_index < $3 ORDER BY task_index",
        {INT8OID, INT4OID, INT4OID});
    static statement results(
        "SELECT task_index, coalesce(output, 'null') FROM fanout.results_$g WHERE state_id = $1 AND task_index >= $2 "
        "AND task_index < $3 ORDER BY task_index",
        {INT8OID, INT4OID, INT4OID});
    static statement single("SELECT input FROM fanout.single_inputs WHERE run_id = $1 AND step_id = $2",
                            {UUIDOID, INT8OID});
    if (!state.is_fanout) {
        rows found = single.run({param::uuid(state.run_id), param::int8(state.step_id)});
        receive(0, single_input(found.datum(0, 1), type));
        return;
    }
    statement& read = state.pipelined_state_id ? results : items;
    const int64_t state_id = state.pipelined_state_id.value_or(state.state_id);
    for (const index_set::range& r : indexes.ranges()) {
        rows found =
            read.run_in(state.generation, {param::int8(state_id), param::int4(r.lo), param::int4(r.hi)});
        for (size_t i = 0; i < found.size(); ++i) {
            if (!receive(found.int4(i, 1), item_input(found.datum(i, 2), type))) return;
        }
    }
}

int64_t input_bytes(Datum input) {
    return static_cast<int64_t>(VARSIZE_ANY(DatumGetPointer(input)));
}

}  // namespace fanout
