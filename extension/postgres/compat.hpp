// What PostgreSQL 15 to 18 call by different names. Only this header and fdw_compat.hpp know PG_VERSION_NUM.
#pragma once

#if PG_VERSION_NUM < 150000 || PG_VERSION_NUM >= 190000
#error "pgfanout supports PostgreSQL 15 to 18"
#endif

extern "C" {
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif
#if PG_VERSION_NUM >= 170000
#include "storage/procarray.h"
#else
#include "storage/sinvaladt.h"
#endif
}

namespace fanout::compat {

/// Whether a role may execute a function. PostgreSQL 16 replaced pg_proc_aclcheck by object_aclcheck.
inline bool may_execute(Oid function, Oid role) {
#if PG_VERSION_NUM >= 160000
    return object_aclcheck(ProcedureRelationId, function, role, ACL_EXECUTE) == ACLCHECK_OK;
#else
    return pg_proc_aclcheck(function, role, ACL_EXECUTE) == ACLCHECK_OK;
#endif
}

/// Inserts a row's index entries. PostgreSQL 16 gave the function one parameter more.
inline void insert_index_entries(ResultRelInfo* table, TupleTableSlot* row, EState* state) {
#if PG_VERSION_NUM >= 160000
    (void)ExecInsertIndexTuples(table, row, state, false, false, nullptr, NIL, false);
#else
    (void)ExecInsertIndexTuples(table, row, state, false, false, nullptr, NIL);
#endif
}

/// Writes a row's new version and its index entries. PostgreSQL 16 tells apart which indexes need one.
inline void update_row(ResultRelInfo* table, ItemPointer old, TupleTableSlot* row, Snapshot snapshot,
                       EState* state) {
#if PG_VERSION_NUM >= 160000
    TU_UpdateIndexes needed;
    simple_table_tuple_update(table->ri_RelationDesc, old, row, snapshot, &needed);
    if (needed == TU_None) return;
    (void)ExecInsertIndexTuples(table, row, state, true, false, nullptr, NIL, needed == TU_Summarizing);
#else
    bool needed;
    simple_table_tuple_update(table->ri_RelationDesc, old, row, snapshot, &needed);
    if (needed) (void)ExecInsertIndexTuples(table, row, state, true, false, nullptr, NIL);
#endif
}

/// Begins a scan of an index. PostgreSQL 18 gave the function one parameter more.
inline IndexScanDesc begin_index_scan(Relation table, Relation index, Snapshot snapshot, int conditions) {
#if PG_VERSION_NUM >= 180000
    return index_beginscan(table, index, snapshot, nullptr, conditions, 0);
#else
    return index_beginscan(table, index, snapshot, conditions, 0);
#endif
}

/// Whether a CHECK constraint is to be checked. PostgreSQL 18 has some that aren't.
inline bool is_enforced([[maybe_unused]] const ConstrCheck& check) {
#if PG_VERSION_NUM >= 180000
    return check.ccenforced;
#else
    return true;
#endif
}

/// Whether a table has columns that are computed from others, in PostgreSQL 18 also when they are read.
inline bool has_generated_columns(const TupleConstr& constraints) {
#if PG_VERSION_NUM >= 180000
    return constraints.has_generated_stored || constraints.has_generated_virtual;
#else
    return constraints.has_generated_stored;
#endif
}

/// Where a statement keeps a table's compiled CHECK constraints. PostgreSQL 18 renamed it.
inline ExprState**& compiled_checks(ResultRelInfo* table) {
#if PG_VERSION_NUM >= 180000
    return table->ri_CheckConstraintExprs;
#else
    return table->ri_ConstraintExprs;
#endif
}

/// The process that a transaction is, or was, of; null where there is none any more. PostgreSQL 17 numbers processes
/// otherwise.
inline PGPROC* process_of(const VirtualTransactionId& transaction) {
#if PG_VERSION_NUM >= 170000
    return ProcNumberGetProc(transaction.procNumber);
#else
    return BackendIdGetProc(transaction.backendId);
#endif
}

/// What pg_stat_activity shows while a session waits. From PostgreSQL 17 on an extension's waits have names, the same one
/// each time that it is asked for.
inline uint32_t wait_event([[maybe_unused]] const char* name) {
#if PG_VERSION_NUM >= 170000
    return WaitEventExtensionNew(name);
#else
    return PG_WAIT_EXTENSION;
#endif
}

}  // namespace fanout::compat
