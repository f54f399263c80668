#include "postgres/kept_conditions.hpp"

#include "postgres/engine_statement.hpp"

#include <algorithm>

namespace fanout {
namespace {

/// PostgreSQL calls all of this, so it throws nothing and has nothing to destroy.
struct kept_table {
    Oid table;
    MemoryContext memory;
    ExprState** checks;
    int check_count;
    Oid* index_ids;
    IndexInfo** indexes;
    int index_count;
    bool keeps_indexes;  ///< what PostgreSQL puts into an index's description can't be more than a condition
    bool is_complete;    ///< no error came while it was compiled
    bool is_current;
};

HTAB* kept = nullptr;
ExecutorStart_hook_type next_hook = nullptr;

bool has_index(const kept_table& of, Oid index) {
    return std::find(of.index_ids, of.index_ids + of.index_count, index) != of.index_ids + of.index_count;
}

void note_change(Datum, Oid relation) {
    HASH_SEQ_STATUS all;
    hash_seq_init(&all, kept);
    while (auto* each = static_cast<kept_table*>(hash_seq_search(&all))) {
        if (!OidIsValid(relation) || each->table == relation || has_index(*each, relation))
            each->is_current = false;
    }
}

void make_table_of_kept() {
    HASHCTL settings{};
    settings.keysize = sizeof(Oid);
    settings.entrysize = sizeof(kept_table);
    kept = hash_create("pgfanout conditions", 64, &settings, HASH_ELEM | HASH_BLOBS);
    CacheRegisterRelcacheCallback(note_change, static_cast<Datum>(0));
}

void compile_checks(kept_table* entry, const TupleConstr* constraints) {
    entry->check_count = constraints ? constraints->num_check : 0;
    entry->checks =
        static_cast<ExprState**>(palloc0((static_cast<Size>(entry->check_count) + 1) * sizeof(ExprState*)));
    for (int i = 0; i < entry->check_count; ++i) {
        if (!compat::is_enforced(constraints->check[i])) continue;
        auto* expression = static_cast<Expr*>(stringToNode(constraints->check[i].ccbin));
        entry->checks[i] = ExecInitExpr(expression_planner(expression), nullptr);
    }
}

IndexInfo* describe(Relation index) {
    IndexInfo* info = BuildIndexInfo(index);
    if (info->ii_Predicate) {
        auto* condition = castNode(List, expression_planner(reinterpret_cast<Expr*>(info->ii_Predicate)));
        info->ii_PredicateState = ExecInitQual(condition, nullptr);
    }
    return info;
}

void describe_indexes(kept_table* entry, Relation table) {
    List* ids = RelationGetIndexList(table);
    const auto room = static_cast<Size>(list_length(ids)) + 1;
    entry->index_ids = static_cast<Oid*>(palloc(room * sizeof(Oid)));
    entry->indexes = static_cast<IndexInfo**>(palloc(room * sizeof(IndexInfo*)));
    ListCell* cell;
    foreach (cell, ids) {
        Relation index = index_open(lfirst_oid(cell), RowExclusiveLock);
        IndexInfo* info = describe(index);
        if (info->ii_Expressions || info->ii_ExclusionOps) entry->keeps_indexes = false;
        entry->index_ids[entry->index_count] = lfirst_oid(cell);
        entry->indexes[entry->index_count++] = info;
        index_close(index, RowExclusiveLock);
    }
}

void compile_into(kept_table* entry, Relation table) {
    // A statement that has begun may use the old ones until its end.
    if (entry->memory) MemoryContextSetParent(entry->memory, TopTransactionContext);
    entry->memory = nullptr;
    entry->index_count = 0;
    entry->keeps_indexes = true;
    entry->is_complete = false;
    // First, so that no change is missed that is noticed meanwhile; and kept from now on, so that an error
    // leaves nothing that points nowhere.
    entry->is_current = true;
    entry->memory = AllocSetContextCreate(CacheMemoryContext, "pgfanout conditions", ALLOCSET_SMALL_SIZES);
    MemoryContext previous = MemoryContextSwitchTo(entry->memory);
    compile_checks(entry, RelationGetDescr(table)->constr);
    describe_indexes(entry, table);
    MemoryContextSwitchTo(previous);
    entry->is_complete = true;
}

kept_table* find_or_add(Relation table) {
    const Oid id = RelationGetRelid(table);
    auto* found = static_cast<kept_table*>(hash_search(kept, &id, HASH_FIND, nullptr));
    if (found || RelationGetNamespace(table) != get_namespace_oid("fanout", true)) return found;
    found = static_cast<kept_table*>(hash_search(kept, &id, HASH_ENTER, nullptr));
    found->memory = nullptr;
    found->index_ids = nullptr;
    found->index_count = 0;
    return found;
}

/// What is kept of the table as it is now; null where it isn't ours.
kept_table* kept_of(Relation table) {
    if (!kept) make_table_of_kept();
    kept_table* entry = find_or_add(table);
    if (entry && !(entry->memory && entry->is_complete && entry->is_current)) compile_into(entry, table);
    return entry;
}

/// Gives a table that is about to be written its compiled constraints, where it is ours.
void provide_checks(ResultRelInfo* target) {
    const TupleConstr* constraints = RelationGetDescr(target->ri_RelationDesc)->constr;
    // In PostgreSQL 18 a constraint may name columns that it has to be expanded for.
    if (!constraints || constraints->num_check == 0 || compat::has_generated_columns(*constraints)) return;
    const kept_table* entry = kept_of(target->ri_RelationDesc);
    if (entry && entry->check_count == constraints->num_check)
        compat::compiled_checks(target) = entry->checks;
}

/// As ExecOpenIndices does; ExecCloseIndices closes them.
void open_indexes(ResultRelInfo* target) {
    const kept_table* entry = kept_of(target->ri_RelationDesc);
    if (!entry || !entry->keeps_indexes) return ExecOpenIndices(target, false);
    const int count = entry->index_count;
    target->ri_NumIndices = count;
    if (count == 0) return;
    target->ri_IndexRelationInfo = entry->indexes;
    target->ri_IndexRelationDescs =
        static_cast<Relation*>(palloc(static_cast<Size>(count) * sizeof(Relation)));
    for (int i = 0; i < count; ++i)
        target->ri_IndexRelationDescs[i] = index_open(entry->index_ids[i], RowExclusiveLock);
}

void start_with_kept_checks(QueryDesc* query, int flags) {
    if (next_hook) {
        next_hook(query, flags);
    } else {
        standard_ExecutorStart(query, flags);
    }
    if (!engine_statement::is_under_way()) return;
    ListCell* cell;
    foreach (cell, query->estate->es_opened_result_relations) {
        provide_checks(static_cast<ResultRelInfo*>(lfirst(cell)));
    }
}

}  // namespace

void write_target::open(Relation table) {
    state = CreateExecutorState();
    info = makeNode(ResultRelInfo);
    InitResultRelInfo(info, table, 0, nullptr, 0);
    open_indexes(info);
    provide_checks(info);
}

void write_target::close() {
    ExecCloseIndices(info);
    FreeExecutorState(state);
}

void install_kept_checks() {
    next_hook = ExecutorStart_hook;
    ExecutorStart_hook = start_with_kept_checks;
}

}  // namespace fanout
