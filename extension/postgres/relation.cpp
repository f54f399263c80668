#include "postgres/relation.hpp"

#include <iterator>

namespace fanout {

Oid find_relation(const char* name) {
    const Oid id = get_relname_relid(name, get_namespace_oid("fanout", false));
    if (!OidIsValid(id)) elog(ERROR, "fanout.%s does not exist", name);
    return id;
}

namespace {

/// @param behind  where to begin: columns are mostly asked for in their order
AttrNumber find_column(Relation table, const char* name, AttrNumber behind) {
    TupleDesc description = RelationGetDescr(table);
    for (int i = 0; i < description->natts; ++i) {
        Form_pg_attribute column = TupleDescAttr(description, (behind + i) % description->natts);
        if (!column->attisdropped && namestrcmp(&column->attname, name) == 0) return column->attnum;
    }
    elog(ERROR, "fanout.%s has no column %s", RelationGetRelationName(table), name);
}

}  // namespace

void column_numbers::find(Relation table, const char* const* names, size_t name_count) {
    if (name_count > std::size(of)) elog(ERROR, "too many columns of %s", RelationGetRelationName(table));
    AttrNumber found = 0;
    for (count = 0; count < name_count; ++count) of[count] = found = find_column(table, names[count], found);
}

int64_t next_value(const char* sequence) {
    return pg_call([&] { return nextval_internal(find_relation(sequence), false); });
}

int64_t last_value(const char* sequence) {
    return pg_call([&] {
        LOCAL_FCINFO(call, 1);
        InitFunctionCallInfoData(*call, nullptr, 1, InvalidOid, nullptr, nullptr);
        call->args[0] = {ObjectIdGetDatum(find_relation(sequence)), false};
        const Datum last = pg_sequence_last_value(call);
        return call->isnull ? int64_t{0} : DatumGetInt64(last);
    });
}

void set_value(const char* sequence, int64_t value) {
    pg_call([&] {
        (void)DirectFunctionCall2(setval_oid, ObjectIdGetDatum(find_relation(sequence)),
                                  Int64GetDatum(value));
    });
}

}  // namespace fanout
