// Whether a table's rows may be written past the executor, as table_insert and locked_rows do. What only the
// executor sees to, an administrator or a tool may have given the table: triggers (pg_repack's are how it
// learns of changes), rules, columns with defaults, generated columns.
#pragma once

#include "postgres/relation.hpp"

namespace fanout {

/// All of it is to be called inside of pg_call, with a table that is open under a lock which keeps it as it
/// is.
namespace past_executor {

/// @param given  the columns that get values
bool may_insert(Relation table, const column_numbers& given);
bool may_update(Relation table);
bool may_delete(Relation table);

}  // namespace past_executor

}  // namespace fanout
