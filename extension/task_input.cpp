#include "task_input.hpp"

namespace fanout {
namespace {

/// `{"item": element}` as text: the element is printed into place, which takes less than building a jsonb
/// first.
Datum item_input(Datum item) {
    return pg_call([&] {
        Jsonb* element = DatumGetJsonbP(item);
        StringInfoData buffer;
        initStringInfo(&buffer);
        appendStringInfoString(&buffer, "{\"item\": ");
        JsonbToCString(&buffer, &element->root, VARSIZE(element));
        appendStringInfoChar(&buffer, '}');
        Datum result = PointerGetDatum(cstring_to_text_with_len(buffer.data, buffer.len));
        pfree(buffer.data);
        return result;
    });
}

}  // namespace

void for_each_input(const index_set& indexes, const step_state& state,
                    const std::function<void(int32_t, Datum)>& receive) {
    static statement items(
        "SELECT task_index, item FROM fanout.tasks_$g WHERE state_id = $1 AND task_index >= $2 "
        "AND task_index < $3 ORDER BY task_index",
        {INT8OID, INT4OID, INT4OID});
    static statement single("SELECT input::json FROM fanout.single_inputs WHERE run_id = $1 AND step_id = $2",
                            {UUIDOID, INT8OID});
    if (!state.is_fanout) {
        rows found = single.run({param::uuid(state.run_id), param::int8(state.step_id)});
        receive(0, pg_call([&] { return PointerGetDatum(PG_DETOAST_DATUM_COPY(found.datum(0, 1))); }));
        return;
    }
    for (const index_set::range& r : indexes.ranges()) {
        rows found = items.run_in(state.generation,
                                  {param::int8(state.state_id), param::int4(r.lo), param::int4(r.hi)});
        for (size_t i = 0; i < found.size(); ++i) receive(found.int4(i, 1), item_input(found.datum(i, 2)));
    }
}

}  // namespace fanout
