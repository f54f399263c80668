// What PostgreSQL 15 to 18 call by different names of the planner's. Only fdw_api.hpp includes it, after
// PostgreSQL's headers.
#pragma once

namespace fanout::compat {

/// Whether an order is by rising values. PostgreSQL 18 made it independent of the kind of index.
inline bool is_ascending(const PathKey* key) {
#if PG_VERSION_NUM >= 180000
    return key->pk_cmptype == COMPARE_LT;
#else
    return key->pk_strategy == BTLessStrategyNumber;
#endif
}

/// A way to scan a foreign table. PostgreSQL 17 and 18 gave the function one parameter more each.
inline ForeignPath* make_foreign_path(PlannerInfo* root, RelOptInfo* table, Cost startup, Cost total,
                                      List* order) {
#if PG_VERSION_NUM >= 180000
    return create_foreignscan_path(root, table, nullptr, table->rows, 0, startup, total, order,
                                   table->lateral_relids, nullptr, NIL, NIL);
#elif PG_VERSION_NUM >= 170000
    return create_foreignscan_path(root, table, nullptr, table->rows, startup, total, order,
                                   table->lateral_relids, nullptr, NIL, NIL);
#else
    return create_foreignscan_path(root, table, nullptr, table->rows, startup, total, order,
                                   table->lateral_relids, nullptr, NIL);
#endif
}

}  // namespace fanout::compat
