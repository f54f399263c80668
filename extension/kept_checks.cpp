#include "kept_checks.hpp"

#include "engine_statement.hpp"

namespace fanout {
namespace {

/// PostgreSQL calls all of this, so it throws nothing and has nothing to destroy.
struct table_checks {
    Oid table;
    MemoryContext memory;
    ExprState** compiled;
    int count;
    bool is_current;
};

HTAB* kept = nullptr;
ExecutorStart_hook_type next_hook = nullptr;

void note_change(Datum, Oid table) {
    if (OidIsValid(table)) {
        auto* found = static_cast<table_checks*>(hash_search(kept, &table, HASH_FIND, nullptr));
        if (found) found->is_current = false;
        return;
    }
    HASH_SEQ_STATUS all;
    hash_seq_init(&all, kept);
    while (auto* each = static_cast<table_checks*>(hash_seq_search(&all))) each->is_current = false;
}

void make_table_of_kept() {
    HASHCTL settings{};
    settings.keysize = sizeof(Oid);
    settings.entrysize = sizeof(table_checks);
    kept = hash_create("pgfanout checks", 64, &settings, HASH_ELEM | HASH_BLOBS);
    CacheRegisterRelcacheCallback(note_change, static_cast<Datum>(0));
}

ExprState** compile(const TupleConstr& constraints) {
    auto** compiled =
        static_cast<ExprState**>(palloc0(static_cast<Size>(constraints.num_check) * sizeof(ExprState*)));
    for (int i = 0; i < constraints.num_check; ++i) {
        if (!compat::is_enforced(constraints.check[i])) continue;
        auto* expression = static_cast<Expr*>(stringToNode(constraints.check[i].ccbin));
        compiled[i] = ExecInitExpr(expression_planner(expression), nullptr);
    }
    return compiled;
}

void compile_into(table_checks* entry, const TupleConstr& constraints) {
    // A statement that has begun may use the old ones until its end.
    if (entry->memory) MemoryContextSetParent(entry->memory, TopTransactionContext);
    entry->memory = nullptr;
    // First, so that no change is missed that is noticed meanwhile.
    entry->is_current = true;
    MemoryContext memory =
        AllocSetContextCreate(CurrentMemoryContext, "pgfanout checks", ALLOCSET_SMALL_SIZES);
    MemoryContext previous = MemoryContextSwitchTo(memory);
    entry->compiled = compile(constraints);
    MemoryContextSwitchTo(previous);
    MemoryContextSetParent(memory, CacheMemoryContext);
    entry->memory = memory;
    entry->count = constraints.num_check;
}

table_checks* find_or_add(Relation table) {
    const Oid id = RelationGetRelid(table);
    auto* found = static_cast<table_checks*>(hash_search(kept, &id, HASH_FIND, nullptr));
    if (found || RelationGetNamespace(table) != get_namespace_oid("fanout", true)) return found;
    found = static_cast<table_checks*>(hash_search(kept, &id, HASH_ENTER, nullptr));
    found->memory = nullptr;
    return found;
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

void provide_checks(ResultRelInfo* target) {
    const TupleConstr* constraints = RelationGetDescr(target->ri_RelationDesc)->constr;
    if (!constraints || constraints->num_check == 0) return;
    if (!kept) make_table_of_kept();
    table_checks* entry = find_or_add(target->ri_RelationDesc);
    if (!entry) return;
    const bool is_current = entry->memory && entry->is_current && entry->count == constraints->num_check;
    if (!is_current) compile_into(entry, *constraints);
    compat::compiled_checks(target) = entry->compiled;
}

void install_kept_checks() {
    next_hook = ExecutorStart_hook;
    ExecutorStart_hook = start_with_kept_checks;
}

}  // namespace fanout
