#include "postgres/locked_rows.hpp"

#include "postgres/kept_conditions.hpp"
#include "postgres/past_executor.hpp"
#include "postgres/row_lock.hpp"

#include <algorithm>

namespace fanout {
namespace {

/// The row as it is to be, in a slot of its own. To be called inside of pg_call.
TupleTableSlot* changed_row(const running_scan& found, TupleTableSlot* to, const column_numbers& columns,
                            const parameter* values) {
    slot_getallattrs(found.row);
    ExecClearTuple(to);
    const int all = RelationGetNumberOfAttributes(found.table);
    std::copy_n(found.row->tts_values, all, to->tts_values);
    std::copy_n(found.row->tts_isnull, all, to->tts_isnull);
    for (size_t i = 0; i < columns.count; ++i) {
        to->tts_values[columns.of[i] - 1] = values[i].datum;
        to->tts_isnull[columns.of[i] - 1] = values[i].null;
    }
    return ExecStoreVirtualTuple(to);
}

/// A snapshot of the whole transaction may be older than what has become of the row: then that is said as
/// UPDATE says it. To be called inside of pg_call.
void check_is_newest(const running_scan& found, Snapshot snapshot) {
    if (!IsolationUsesXactSnapshot()) return;
    TupleTableSlot* newest = table_slot_create(found.table, nullptr);
    (void)lock_row(found, snapshot, newest, LockTupleExclusive, LockWaitBlock);
    ExecDropSingleTupleTableSlot(newest);
}

/// The text of a statement as it is put together, with the types of its parameters.
struct statement_text {
    std::string sql;
    std::vector<Oid> types;

    /// Appends `column = $n`.
    void equate(const char* column, Oid type) {
        types.push_back(type);
        sql += std::string(column) + " = $" + std::to_string(types.size());
    }

    void add_assignments(const std::string& table, const std::vector<const char*>& columns) {
        for (const char* column : columns) {
            const Oid type = pg_call([&] {
                const Oid relation = find_relation(table.c_str());
                return get_atttype(relation, get_attnum(relation, column));
            });
            sql += types.empty() ? " SET " : ", ";
            equate(column, type);
        }
    }

    void add_conditions(const indexed_table& of) {
        struct index_column {
            const char* name;
            Oid type;
        };
        const char* word = " WHERE ";
        for (const index_condition& c : of.conditions) {
            const auto column = pg_call([&] {
                const Oid index = find_relation(of.index.c_str());
                return index_column{get_attname(index, c.column, false), get_atttype(index, c.column)};
            });
            sql += word;
            equate(column.name, column.type);
            word = " AND ";
        }
    }
};

/// Runs it for each row: the values of `columns` and behind them the keys.
void run_for_each(const statement_text& text, const Datum* keys, size_t count, const parameter* values,
                  size_t columns) {
    statement& each = kept_statement(text.sql, text.types);
    const size_t conditions = text.types.size() - columns;
    for (size_t i = 0; i < count; ++i) {
        std::vector<parameter> parameters(values + i * columns, values + (i + 1) * columns);
        for (size_t k = 0; k < conditions; ++k) parameters.push_back(param::datum(keys[i * conditions + k]));
        each.run(parameters);
    }
}

}  // namespace

void locked_rows::write(const Datum* keys, size_t count, const parameter* values) const {
    if (update_past_executor(keys, count, values)) return;
    statement_text text{"UPDATE fanout." + of_.table, {}};
    text.add_assignments(of_.table, columns_);
    text.add_conditions(of_);
    run_for_each(text, keys, count, values, columns_.size());
}

void locked_rows::remove(const std::vector<Datum>& keys) const {
    if (remove_past_executor(keys)) return;
    statement_text text{"DELETE FROM fanout." + of_.table, {}};
    text.add_conditions(of_);
    run_for_each(text, keys.data(), keys.size() / of_.conditions.size(), nullptr, 0);
}

bool locked_rows::update_past_executor(const Datum* keys, size_t count, const parameter* values) const {
    const size_t conditions = of_.conditions.size();
    const read_snapshot now;
    return pg_call([&] {
        running_scan found;
        found.begin(of_, RowExclusiveLock, now.get());
        if (!past_executor::may_update(found.table)) {
            found.end();
            return false;
        }
        column_numbers columns;
        columns.find(found.table, columns_.data(), columns_.size());
        write_target target;
        target.open(found.table);
        TupleTableSlot* slot = table_slot_create(found.table, nullptr);
        for (size_t i = 0; i < count; ++i) {
            found.restart(keys + i * conditions);
            while (found.next(ForwardScanDirection)) {
                check_is_newest(found, now.get());
                MemoryContext previous = MemoryContextSwitchTo(GetPerTupleMemoryContext(target.state));
                changed_row(found, slot, columns, values + i * columns.count);
                ExecConstraints(target.info, slot, target.state);
                compat::update_row(target.info, &found.row->tts_tid, slot, now.get(), target.state);
                MemoryContextSwitchTo(previous);
                ResetPerTupleExprContext(target.state);
            }
        }
        ExecDropSingleTupleTableSlot(slot);
        target.close();
        found.end();
        CommandCounterIncrement();
        return true;
    });
}

bool locked_rows::remove_past_executor(const std::vector<Datum>& keys) const {
    const read_snapshot now;
    const size_t conditions = of_.conditions.size();
    return pg_call([&] {
        running_scan found;
        found.begin(of_, RowExclusiveLock, now.get());
        if (!past_executor::may_delete(found.table)) {
            found.end();
            return false;
        }
        for (size_t first = 0; first < keys.size(); first += conditions) {
            found.restart(keys.data() + first);
            while (found.next(ForwardScanDirection)) {
                check_is_newest(found, now.get());
                simple_table_tuple_delete(found.table, &found.row->tts_tid, now.get());
            }
        }
        found.end();
        CommandCounterIncrement();
        return true;
    });
}

}  // namespace fanout
