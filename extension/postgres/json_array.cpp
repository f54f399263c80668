// array_of(jsonb): the aggregate that puts values together to one jsonb array.
#include "postgres/json_array.hpp"

namespace fanout {
namespace {

void check_size(int64 bytes) {
    if (bytes <= JENTRY_OFFLENMASK) return;
    ereport(ERROR, errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
            errmsg("total size of jsonb array elements exceeds the maximum of %d bytes", JENTRY_OFFLENMASK));
}

/// Numbers, arrays and objects begin at a multiple of four.
void align(StringInfo data) {
    static const char zeros[4] = {};
    appendBinaryStringInfo(data, zeros, static_cast<int>(INTALIGN(data->len)) - data->len);
}

/// Appends what a scalar consists of; returns its type as its entry has it.
uint32 append_scalar(StringInfo data, const JsonbValue& value) {
    switch (value.type) {
    case jbvNull:
        return JENTRY_ISNULL;
    case jbvBool:
        return value.val.boolean ? JENTRY_ISBOOL_TRUE : JENTRY_ISBOOL_FALSE;
    case jbvString:
        appendBinaryStringInfo(data, value.val.string.val, value.val.string.len);
        return JENTRY_ISSTRING;
    case jbvNumeric:
        align(data);
        appendBinaryStringInfo(data, reinterpret_cast<const char*>(value.val.numeric),
                               static_cast<int>(VARSIZE_ANY(value.val.numeric)));
        return JENTRY_ISNUMERIC;
    default:
        elog(ERROR, "unknown type %d of a jsonb scalar", static_cast<int>(value.type));
    }
}

uint32 append_value(StringInfo data, Jsonb* value) {
    JsonbValue scalar;
    if (JsonbExtractScalar(&value->root, &scalar)) return append_scalar(data, scalar);
    align(data);
    appendBinaryStringInfo(data, reinterpret_cast<const char*>(&value->root),
                           static_cast<int>(VARSIZE(value) - VARHDRSZ));
    return JENTRY_ISCONTAINER;
}

}  // namespace

void json_array_builder::begin() {
    initStringInfo(&entries);
    initStringInfo(&data);
    count = 0;
}

void json_array_builder::add(Jsonb* element) {
    const int before = data.len;
    uint32 entry = element ? append_value(&data, element) : JENTRY_ISNULL;
    check_size(data.len);
    if (count % JB_OFFSET_STRIDE == 0) {
        entry |= static_cast<uint32>(data.len) | JENTRY_HAS_OFF;
    } else {
        entry |= static_cast<uint32>(data.len - before);
    }
    appendBinaryStringInfo(&entries, reinterpret_cast<const char*>(&entry), sizeof(entry));
    ++count;
}

Datum json_array_builder::finish() const {
    const int64 size = static_cast<int64>(sizeof(uint32)) + entries.len + data.len;
    check_size(size);
    auto* array = static_cast<char*>(palloc(VARHDRSZ + static_cast<Size>(size)));
    SET_VARSIZE(array, VARHDRSZ + size);
    const uint32 header = count | JB_FARRAY;
    char* at = array + VARHDRSZ;
    memcpy(at, &header, sizeof(header));
    memcpy(at + sizeof(header), entries.data, static_cast<size_t>(entries.len));
    memcpy(at + sizeof(header) + entries.len, data.data, static_cast<size_t>(data.len));
    return PointerGetDatum(array);
}

}  // namespace fanout

using fanout::json_array_builder;

extern "C" {
PG_FUNCTION_INFO_V1(fanout_array_of_step);
PG_FUNCTION_INFO_V1(fanout_array_of_end);

/// array_of_step(state internal, value jsonb) returns internal
PGDLLEXPORT Datum fanout_array_of_step(PG_FUNCTION_ARGS) {
    auto* builder = PG_ARGISNULL(0) ? nullptr : reinterpret_cast<json_array_builder*>(PG_GETARG_POINTER(0));
    if (!builder) {
        MemoryContext context;
        if (!AggCheckCallContext(fcinfo, &context)) elog(ERROR, "array_of is called outside of an aggregate");
        MemoryContext previous = MemoryContextSwitchTo(context);
        builder = static_cast<json_array_builder*>(palloc(sizeof(json_array_builder)));
        builder->begin();
        MemoryContextSwitchTo(previous);
    }
    builder->add(PG_ARGISNULL(1) ? nullptr : PG_GETARG_JSONB_P(1));
    PG_RETURN_POINTER(builder);
}

/// array_of_end(state internal) returns jsonb: null where there was no row
PGDLLEXPORT Datum fanout_array_of_end(PG_FUNCTION_ARGS) {
    if (PG_ARGISNULL(0)) PG_RETURN_NULL();
    return reinterpret_cast<const json_array_builder*>(PG_GETARG_POINTER(0))->finish();
}
}
