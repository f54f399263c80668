#include "postgres/past_executor.hpp"

#include <algorithm>

namespace fanout {
namespace {

/// Whether it has to be evaluated where no value is given: a type of the users' may have a default, too.
bool has_value_of_its_own(Form_pg_attribute column) {
    return !column->attisdropped &&
           (column->atthasdef || column->attidentity != '\0' || column->atttypid >= FirstNormalObjectId);
}

bool has_other_values(Relation table, const column_numbers& given) {
    TupleDesc description = RelationGetDescr(table);
    for (int i = 0; i < description->natts; ++i) {
        Form_pg_attribute column = TupleDescAttr(description, i);
        if (has_value_of_its_own(column) && !given.has(column->attnum)) return true;
    }
    return false;
}

bool has_generated_columns(Relation table) {
    const TupleConstr* constraints = RelationGetDescr(table)->constr;
    return constraints && compat::has_generated_columns(*constraints);
}

}  // namespace

// Also where the triggers are disabled or not for this session: which of them fire the executor knows.

bool past_executor::may_insert(Relation table, const column_numbers& given) {
    const TriggerDesc* has = table->trigdesc;
    const bool has_trigger = has && (has->trig_insert_before_row || has->trig_insert_after_row ||
                                     has->trig_insert_before_statement || has->trig_insert_after_statement);
    return !has_trigger && !table->rd_rules && !has_other_values(table, given);
}

bool past_executor::may_update(Relation table) {
    const TriggerDesc* has = table->trigdesc;
    const bool has_trigger = has && (has->trig_update_before_row || has->trig_update_after_row ||
                                     has->trig_update_before_statement || has->trig_update_after_statement);
    return !has_trigger && !table->rd_rules && !has_generated_columns(table);
}

bool past_executor::may_delete(Relation table) {
    const TriggerDesc* has = table->trigdesc;
    const bool has_trigger = has && (has->trig_delete_before_row || has->trig_delete_after_row ||
                                     has->trig_delete_before_statement || has->trig_delete_after_statement);
    return !has_trigger && !table->rd_rules;
}

}  // namespace fanout
