#include "postgres/relation.hpp"

#include <iterator>

namespace fanout {

namespace {

struct known_relation {
    char name[NAMEDATALEN];
    Oid id;  ///< invalid: it is to be looked up
};

/// A call looks up some twenty names. PostgreSQL tells when what one stands for is dropped or renamed.
HTAB* known = nullptr;

void note_change(Datum, Oid relation) {
    HASH_SEQ_STATUS all;
    hash_seq_init(&all, known);
    while (auto* each = static_cast<known_relation*>(hash_seq_search(&all))) {
        if (!OidIsValid(relation) || each->id == relation) each->id = InvalidOid;
    }
}

void make_table_of_known() {
    HASHCTL settings{};
    settings.keysize = NAMEDATALEN;
    settings.entrysize = sizeof(known_relation);
    known = hash_create("pgfanout relations", 128, &settings, HASH_ELEM | HASH_STRINGS);
    CacheRegisterRelcacheCallback(note_change, static_cast<Datum>(0));
}

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

Oid find_relation(const char* name) {
    if (!known) make_table_of_known();
    bool is_known;
    auto* relation = static_cast<known_relation*>(hash_search(known, name, HASH_ENTER, &is_known));
    if (!is_known) relation->id = InvalidOid;
    if (!OidIsValid(relation->id)) relation->id = get_relname_relid(name, get_namespace_oid("fanout", false));
    if (!OidIsValid(relation->id)) elog(ERROR, "fanout.%s does not exist", name);
    return relation->id;
}

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
