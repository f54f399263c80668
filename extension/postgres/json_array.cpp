#include "postgres/json_array.hpp"

#include <algorithm>

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

bool is_aligned(JEntry entry) {
    return JBE_ISNUMERIC(entry) || JBE_ISCONTAINER(entry);
}

/// The length or, every so often, the end of the element `number`.
JEntry entry_of(uint32 type, uint32 number, uint32 length, uint32 end) {
    return number % JB_OFFSET_STRIDE == 0 ? type | end | JENTRY_HAS_OFF : type | length;
}

constexpr int entry_size = sizeof(JEntry);

}  // namespace

json_piece piece_of(Jsonb* value) {
    JsonbContainer* root = &value->root;
    if (!JsonContainerIsScalar(root)) {
        return {JENTRY_ISCONTAINER, reinterpret_cast<const char*>(root),
                static_cast<int>(VARSIZE(value) - VARHDRSZ)};
    }
    // An array of one, whose only entry has its end.
    const JEntry entry = root->children[0];
    return {entry & JENTRY_TYPEMASK, reinterpret_cast<const char*>(root->children + 1),
            static_cast<int>(JBE_OFFLENFLD(entry))};
}

Jsonb* value_of(const json_piece& piece) {
    const auto size = static_cast<Size>(piece.size);
    if (piece.type == JENTRY_ISCONTAINER) {
        auto* value = static_cast<Jsonb*>(palloc(VARHDRSZ + size));
        SET_VARSIZE(value, VARHDRSZ + size);
        memcpy(&value->root, piece.data, size);
        return value;
    }
    constexpr Size head = offsetof(Jsonb, root) + offsetof(JsonbContainer, children) + sizeof(JEntry);
    auto* value = static_cast<Jsonb*>(palloc(head + size));
    SET_VARSIZE(value, head + size);
    value->root.header = 1 | JB_FSCALAR | JB_FARRAY;
    value->root.children[0] = entry_of(piece.type, 0, 0, static_cast<uint32>(piece.size));
    if (size > 0) memcpy(value->root.children + 1, piece.data, size);
    return value;
}

void json_entries::begin(const JsonbContainer* container, uint32 first) {
    container_ = container;
    count_ = JsonContainerSize(container) * (JsonContainerIsObject(container) ? 2 : 1);
    data_ = reinterpret_cast<const char*>(container->children + count_);
    next_ = std::min(first, count_);
    end_ = next_ == 0 ? 0 : getJsonbOffset(container, static_cast<int>(next_));
}

bool json_entries::next(json_piece& entry) {
    if (next_ == count_) return false;
    const JEntry head = container_->children[next_++];
    const uint32 begin = is_aligned(head) ? static_cast<uint32>(INTALIGN(end_)) : end_;
    if (JBE_HAS_OFF(head)) {
        end_ = JBE_OFFLENFLD(head);
    } else {
        end_ += JBE_OFFLENFLD(head);
    }
    entry = {head & JENTRY_TYPEMASK, data_ + begin, static_cast<int>(end_ - begin)};
    return true;
}

void json_array_walk::begin(Jsonb* array, int first) {
    if (!JB_ROOT_IS_ARRAY(array) || JB_ROOT_IS_SCALAR(array))
        ereport(ERROR, errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("the value is no JSON array"));
    json_entries::begin(&array->root, static_cast<uint32>(first));
}

void json_array_builder::begin() {
    initStringInfo(&entries);
    initStringInfo(&data);
    count = 0;
}

void json_array_builder::clear() {
    resetStringInfo(&entries);
    resetStringInfo(&data);
    count = 0;
}

int64 json_array_builder::size_with(const json_piece& element) const {
    return int64{VARHDRSZ} + static_cast<int64>(sizeof(uint32)) + entries.len + entry_size +
           (element.is_aligned() ? static_cast<int64>(INTALIGN(data.len)) : data.len) + element.size;
}

void json_array_builder::add(const json_piece& element) {
    const int before = data.len;
    if (element.is_aligned()) align(&data);
    if (element.size > 0) appendBinaryStringInfo(&data, element.data, element.size);
    check_size(data.len);
    const JEntry entry =
        entry_of(element.type, count, static_cast<uint32>(data.len - before), static_cast<uint32>(data.len));
    appendBinaryStringInfo(&entries, reinterpret_cast<const char*>(&entry), entry_size);
    ++count;
}

/// Their data are one piece of memory, which is copied at once where what is aligned in it stays so: behind
/// data of such a length, or where the first element is aligned anyway.
void json_array_builder::add_all(Jsonb* array) {
    const JsonbContainer* from = &array->root;
    const uint32 size = JsonContainerSize(from);
    if (size == 0) return;
    json_array_walk walk;
    walk.begin(array);
    const bool begins_aligned = is_aligned(from->children[0]);
    if (!begins_aligned && INTALIGN(data.len) != static_cast<Size>(data.len)) {
        json_piece element;
        while (walk.next(element)) add(element);
        return;
    }
    auto before = static_cast<uint32>(data.len);
    if (begins_aligned) align(&data);
    const auto begin = static_cast<uint32>(data.len);
    const uint32 length = getJsonbOffset(from, static_cast<int>(size));
    check_size(int64{begin} + length);
    appendBinaryStringInfo(&data, reinterpret_cast<const char*>(from->children + size),
                           static_cast<int>(length));
    enlargeStringInfo(&entries, static_cast<int>(size) * entry_size);
    auto* to = reinterpret_cast<JEntry*>(entries.data + entries.len);
    uint32 end = begin;
    for (uint32 i = 0; i < size; ++i) {
        const JEntry entry = from->children[i];
        if (JBE_HAS_OFF(entry)) {
            end = begin + JBE_OFFLENFLD(entry);
        } else {
            end += JBE_OFFLENFLD(entry);
        }
        to[i] = entry_of(entry & JENTRY_TYPEMASK, count++, end - before, end);
        before = end;
    }
    entries.len += static_cast<int>(size) * entry_size;
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

// array_of(jsonb): the aggregate that puts values together to one jsonb array.

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
    builder->add(PG_ARGISNULL(1) ? fanout::json_null_piece : fanout::piece_of(PG_GETARG_JSONB_P(1)));
    PG_RETURN_POINTER(builder);
}

/// array_of_end(state internal) returns jsonb: null where there was no row
PGDLLEXPORT Datum fanout_array_of_end(PG_FUNCTION_ARGS) {
    if (PG_ARGISNULL(0)) PG_RETURN_NULL();
    return reinterpret_cast<const json_array_builder*>(PG_GETARG_POINTER(0))->finish();
}
}
