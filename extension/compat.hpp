// The only header that knows PG_VERSION_NUM: what PostgreSQL 15 to 18 call by different names.
#pragma once

#if PG_VERSION_NUM < 150000 || PG_VERSION_NUM >= 190000
#error "pgfanout supports PostgreSQL 15 to 18"
#endif

extern "C" {
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
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

}  // namespace fanout::compat
