#include "postgres/planning.hpp"

#include "postgres/engine_statement.hpp"
#include "postgres/postgres_api.hpp"

#include <algorithm>

namespace fanout {
namespace {

get_relation_info_hook_type next_hook = nullptr;

bool is_table_of_ours(Oid relation) {
    return get_rel_relkind(relation) == RELKIND_RELATION &&
           get_rel_namespace(relation) == get_namespace_oid("fanout", true);
}

/// PostgreSQL calls it, so it throws nothing and has nothing to destroy.
void enlarge(PlannerInfo* root, Oid relation, bool is_parent, RelOptInfo* table) {
    constexpr Cardinality rows = 10e6;
    constexpr BlockNumber pages = 100000, index_pages = 30000;
    if (next_hook) next_hook(root, relation, is_parent, table);
    if (!engine_statement::is_under_way() || !is_table_of_ours(relation)) return;
    table->tuples = std::max(table->tuples, rows);
    table->pages = std::max(table->pages, pages);
    ListCell* cell;
    foreach (cell, table->indexlist) {
        auto* index = static_cast<IndexOptInfo*>(lfirst(cell));
        index->tuples = table->tuples;
        index->pages = std::max(index->pages, index_pages);
    }
}

}  // namespace

void install_planning() {
    next_hook = get_relation_info_hook;
    get_relation_info_hook = enlarge;
}

}  // namespace fanout
