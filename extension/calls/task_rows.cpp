#include "calls/task_rows.hpp"

#include "postgres/fdw_api.hpp"
#include "postgres/served_schema.hpp"
#include "runs/results.hpp"
#include "runs/tasks.hpp"

#include <algorithm>
#include <iterator>

namespace fanout {
namespace {

// PostgreSQL calls all of this, so it throws nothing and has nothing to destroy.

// -- planning -----------------------------------------------------------------------------------------------

/// Conditions that say where to look: a task_bound each, and what the column is compared with.
struct found_bounds {
    List* bounds;
    List* values;
    List* others;  ///< the conditions that are none, or say more than the run and the step
    bool has_run, has_step;
};

Oid default_family(Oid type) {
    return get_opclass_family(GetDefaultOpClass(type, BTREE_AM_OID));
}

bool is_column(const RelOptInfo* table, Node* expression, AttrNumber column) {
    if (!IsA(expression, Var)) return false;
    const Var* var = castNode(Var, expression);
    return var->varno == static_cast<int>(table->relid) && var->varattno == column && var->varlevelsup == 0;
}

/// `column operator value`, whichever way it is written, as the strategy of the operator.
struct comparison {
    int strategy;  ///< 0: it is none
    Node* value;
};

comparison find_comparison(const RelOptInfo* table, Expr* clause, AttrNumber column, Oid family) {
    constexpr comparison none = {0, nullptr};
    if (!is_opclause(clause) || list_length(castNode(OpExpr, clause)->args) != 2) return none;
    auto* operation = castNode(OpExpr, clause);
    auto* left = static_cast<Node*>(linitial(operation->args));
    auto* right = static_cast<Node*>(lsecond(operation->args));
    Oid op = operation->opno;
    if (is_column(table, right, column)) {
        std::swap(left, right);
        op = get_commutator(op);
    }
    if (!is_column(table, left, column) || !is_pseudo_constant_clause(right)) return none;
    if (exprCollation(left) != operation->inputcollid) return none;
    return {OidIsValid(op) ? get_op_opfamily_strategy(op, family) : 0, right};
}

void add_bound(found_bounds& found, task_bound bound, Node* value) {
    found.bounds = lappend_int(found.bounds, static_cast<int>(bound));
    found.values = lappend(found.values, value);
}

bool add_if_equal(found_bounds& found, const RelOptInfo* table, Expr* clause, AttrNumber column, Oid type,
                  task_bound bound) {
    const comparison with = find_comparison(table, clause, column, default_family(type));
    if (with.strategy != BTEqualStrategyNumber || exprType(with.value) != type) return false;
    add_bound(found, bound, with.value);
    return true;
}

void add_index_bound(found_bounds& found, const RelOptInfo* table, Expr* clause) {
    constexpr task_bound by_strategy[] = {task_bound::below, task_bound::up_to, task_bound::at,
                                          task_bound::from, task_bound::above};
    const comparison with = find_comparison(table, clause, task_column::task_index, default_family(INT4OID));
    if (with.strategy != 0) add_bound(found, by_strategy[with.strategy - 1], with.value);
}

bool needs_result(const RelOptInfo* table, Expr* clause) {
    if (!IsA(clause, NullTest)) return false;
    const auto* test = castNode(NullTest, clause);
    return test->nulltesttype == IS_NOT_NULL &&
           is_column(table, reinterpret_cast<Node*>(test->arg), task_column::completed_at);
}

bool is_read(const RelOptInfo* table, AttrNumber column) {
    const auto member = [](AttrNumber number) { return number - FirstLowInvalidHeapAttributeNumber; };
    Bitmapset* read = nullptr;
    pull_varattnos(reinterpret_cast<Node*>(table->reltarget->exprs), table->relid, &read);
    ListCell* cell;
    foreach (cell, table->baserestrictinfo) {
        auto* restriction = static_cast<RestrictInfo*>(lfirst(cell));
        pull_varattnos(reinterpret_cast<Node*>(restriction->clause), table->relid, &read);
    }
    return bms_is_member(member(column), read) || bms_is_member(member(InvalidAttrNumber), read);
}

void add_flag(found_bounds& found, task_bound flag) {
    add_bound(found, flag, makeBoolConst(true, false));
}

found_bounds find_bounds(RelOptInfo* table) {
    found_bounds found = {};
    ListCell* cell;
    foreach (cell, table->baserestrictinfo) {
        auto* restriction = static_cast<RestrictInfo*>(lfirst(cell));
        Expr* clause = restriction->clause;
        if (add_if_equal(found, table, clause, task_column::run_id, UUIDOID, task_bound::run)) {
            found.has_run = true;
        } else if (add_if_equal(found, table, clause, task_column::step_slug, TEXTOID, task_bound::step)) {
            found.has_step = true;
        } else {
            add_index_bound(found, table, clause);
            if (needs_result(table, clause)) add_flag(found, task_bound::with_result);
            found.others = lappend(found.others, restriction);
        }
    }
    if (!is_read(table, task_column::item)) add_flag(found, task_bound::without_item);
    return found;
}

/// A guess that holds for what people look at, a step or a run: nothing is read at planning.
void estimate_size(PlannerInfo* root, RelOptInfo* table, Oid) {
    constexpr Cardinality in_run = 1000, in_all = 2000;
    auto* found = static_cast<found_bounds*>(palloc(sizeof(found_bounds)));
    *found = find_bounds(table);
    table->fdw_private = found;
    table->tuples = found->has_run ? in_run : in_all;
    table->rows =
        clamp_row_est(table->tuples * clauselist_selectivity(root, found->others, 0, JOIN_INNER, nullptr));
}

bool orders_by(const PathKey* key, const RelOptInfo* table, AttrNumber column, Oid type, Oid collation) {
    if (!compat::is_ascending(key) || key->pk_opfamily != default_family(type)) return false;
    if (key->pk_eclass->ec_collation != collation) return false;
    ListCell* cell;
    foreach (cell, key->pk_eclass->ec_members) {
        auto* member = static_cast<EquivalenceMember*>(lfirst(cell));
        if (is_column(table, reinterpret_cast<Node*>(member->em_expr), column)) return true;
    }
    return false;
}

/// As much of the order that the query asks for as the rows have.
List* order_of(PlannerInfo* root, const RelOptInfo* table, const found_bounds& found) {
    struct ordered {
        AttrNumber column;
        Oid type, collation;
        bool is_fixed;
    };
    const ordered columns[] = {{task_column::run_id, UUIDOID, InvalidOid, found.has_run},
                               {task_column::step_slug, TEXTOID, C_COLLATION_OID, found.has_step},
                               {task_column::task_index, INT4OID, InvalidOid, false}};
    List* order = NIL;
    size_t at = 0;
    ListCell* cell;
    foreach (cell, root->query_pathkeys) {
        auto* key = static_cast<PathKey*>(lfirst(cell));
        const auto matches = [&](const ordered& c) {
            return orders_by(key, table, c.column, c.type, c.collation);
        };
        while (at < std::size(columns) && columns[at].is_fixed && !matches(columns[at])) ++at;
        if (at == std::size(columns) || !matches(columns[at])) break;
        order = lappend(order, key);
        ++at;
    }
    return order;
}

void offer_path(PlannerInfo* root, RelOptInfo* table, Oid) {
    constexpr Cost to_begin = 20, per_row = 0.05;
    auto* found = static_cast<found_bounds*>(table->fdw_private);
    ForeignPath* path = compat::make_foreign_path(root, table, to_begin, to_begin + per_row * table->rows,
                                                  order_of(root, table, *found));
    add_path(table, reinterpret_cast<Path*>(path));
}

ForeignScan* make_plan(PlannerInfo*, RelOptInfo* table, Oid, ForeignPath*, List* columns, List* conditions,
                       Plan* outer) {
    auto* found = static_cast<found_bounds*>(table->fdw_private);
    return make_foreignscan(columns, extract_actual_clauses(conditions, false), table->relid, found->values,
                            found->bounds, NIL, NIL, outer);
}

// -- execution ----------------------------------------------------------------------------------------------

/// Made when the library is loaded: where it is used, an error would jump over its destructor.
const indexed_table all_runs = {"runs", "runs_pkey", {}};

/// What the conditions come to.
struct task_conditions {
    NullableDatum run_id, step_slug;
    int64_t first, end;  ///< task indexes from first to before end
    bool with_result, without_item;
};

/// What says which tasks there are: results where only those are looked for; else, where a step is pipelined,
/// their number.
enum class task_source { tasks, results, count };

/// Runs that stand one behind the other, from the first to the last of them.
struct run_range {
    pg_uuid_t first, last;
    bool is_empty;
};

/// All runs in their order, for looks that name none. Whose they are, the states say.
class coming_runs {
public:
    /// The next ones: a hundred, then each time twice as many, so that not many parts make the whole.
    run_range next(const EState* of);
    void from_start() {
        is_at_start_ = true;
        most_ = 100;
    }
    void close() {
        if (is_open_) scan_.end();
    }

private:
    void restart(const EState* of);
    void skip(const EState* of);

    running_scan scan_;
    AttrNumber run_id_;
    int most_;
    bool is_open_, is_at_start_, is_at_end_;
};

struct task_scan {
    Snapshot snapshot;
    List* values;  ///< of the conditions, as ExprStates
    task_conditions look_for;
    MemoryContext memory;     ///< of the states that are read
    Tuplestorestate* states;  ///< of one run, or of some; null: none yet
    TupleTableSlot* state;
    coming_runs runs;
    bool is_last;  ///< no more states are to be read
    bool is_in_state, is_pipelined;
    task_source source;
    int64_t next, end;
    partition_rows tasks, results, failures, items;
};

task_scan* scan_of(ForeignScanState* node) {
    return static_cast<task_scan*>(node->fdw_state);
}

/// An integer of any width.
int64_t integer(Datum value, Oid type) {
    if (type == INT8OID) return DatumGetInt64(value);
    return type == INT4OID ? DatumGetInt32(value) : DatumGetInt16(value);
}

void narrow(task_conditions& to, task_bound bound, int64_t value) {
    constexpr int64_t behind_all = int64_t{INT32_MAX} + 1;
    value = std::clamp<int64_t>(value, -1, behind_all);
    if (bound == task_bound::at || bound == task_bound::from) to.first = std::max(to.first, value);
    if (bound == task_bound::above) to.first = std::max(to.first, value + 1);
    if (bound == task_bound::below) to.end = std::min(to.end, value);
    if (bound == task_bound::at || bound == task_bound::up_to) to.end = std::min(to.end, value + 1);
}

/// Whether anything can meet the conditions.
bool evaluate_conditions(ForeignScanState* node) {
    const auto* plan = castNode(ForeignScan, node->ss.ps.plan);
    task_scan* scan = scan_of(node);
    task_conditions& result = scan->look_for;
    result = {{0, true}, {0, true}, 0, int64_t{INT32_MAX} + 1, false, false};
    ListCell *bound_cell, *value_cell;
    forboth(bound_cell, plan->fdw_private, value_cell, scan->values) {
        auto* expression = static_cast<ExprState*>(lfirst(value_cell));
        const auto bound = static_cast<task_bound>(lfirst_int(bound_cell));
        NullableDatum value;
        value.value = ExecEvalExpr(expression, node->ss.ps.ps_ExprContext, &value.isnull);
        if (value.isnull) return false;
        if (bound == task_bound::run) {
            result.run_id = value;
        } else if (bound == task_bound::step) {
            result.step_slug = value;
        } else if (bound == task_bound::with_result) {
            result.with_result = true;
        } else if (bound == task_bound::without_item) {
            result.without_item = true;
        } else {
            narrow(result, bound, integer(value.value, exprType(reinterpret_cast<Node*>(expression->expr))));
        }
    }
    return result.first < result.end;
}

TupleDesc state_columns(ForeignScanState* node) {
    TupleDesc all = RelationGetDescr(node->ss.ss_currentRelation);
    if (all->natts != task_column::last) elog(ERROR, "fanout.task_rows has %d columns", all->natts);
    TupleDesc result = CreateTemplateTupleDesc(task_column::task_index - 1);
    for (AttrNumber i = 1; i < task_column::task_index; ++i) TupleDescCopyEntry(result, i, all, i);
    return result;
}

void coming_runs::restart(const EState* of) {
    if (!is_open_) {
        const char* name = "run_id";
        column_numbers columns;
        scan_.begin(all_runs, AccessShareLock, of->es_snapshot);
        columns.find(scan_.table, &name, 1);
        run_id_ = columns.of[0];
    }
    is_open_ = true;
    is_at_start_ = is_at_end_ = false;
    scan_.restart(nullptr);
}

/// A scan keeps to its end what it allocates.
void coming_runs::skip(const EState* of) {
    MemoryContext previous = MemoryContextSwitchTo(of->es_query_cxt);
    if (is_at_start_) restart(of);
    // At its end a scan would begin anew.
    is_at_end_ = is_at_end_ || !scan_.next(ForwardScanDirection);
    MemoryContextSwitchTo(previous);
}

run_range coming_runs::next(const EState* of) {
    run_range found = {{}, {}, true};
    bool is_null;
    for (int count = 0; count < most_; ++count) {
        skip(of);
        if (is_at_end_) break;
        found.last = *DatumGetUUIDP(slot_getattr(scan_.row, run_id_, &is_null));
        if (count == 0) found.first = found.last;
        found.is_empty = false;
    }
    most_ = std::min(most_, INT_MAX / 2) * 2;
    return found;
}

ParamListInfo state_parameters(const task_conditions& of, const run_range& runs) {
    ParamListInfo list = makeParamList(4);
    list->params[0] = {of.run_id.value, of.run_id.isnull, PARAM_FLAG_CONST, UUIDOID};
    list->params[1] = {of.step_slug.value, of.step_slug.isnull, PARAM_FLAG_CONST, TEXTOID};
    list->params[2] = {UUIDPGetDatum(&runs.first), runs.is_empty, PARAM_FLAG_CONST, UUIDOID};
    list->params[3] = {UUIDPGetDatum(&runs.last), runs.is_empty, PARAM_FLAG_CONST, UUIDOID};
    return list;
}

SPIPlanPtr states_plan() {
    static SPIPlanPtr kept = nullptr;
    if (kept) return kept;
    Oid types[] = {UUIDOID, TEXTOID, UUIDOID, UUIDOID};
    SPIPlanPtr made = SPI_prepare("SELECT * FROM fanout.states_with_tasks($1, $2, $3, $4)", 4, types);
    if (!made) elog(ERROR, "SPI_prepare failed: %s", SPI_result_code_string(SPI_result));
    if (SPI_keepplan(made) != 0) elog(ERROR, "SPI_keepplan failed");
    return kept = made;
}

/// As the current user, who may see what fanout.task_states shows them.
void read_states(task_scan* scan, const run_range& runs) {
    scan->states = tuplestore_begin_heap(false, false, work_mem);
    SPIExecuteOptions options = {};
    options.read_only = true;
    options.params = state_parameters(scan->look_for, runs);
    options.dest = CreateDestReceiver(DestTuplestore);
    SetTuplestoreDestReceiverParams(options.dest, scan->states, CurrentMemoryContext, false, nullptr,
                                    nullptr);
    PushActiveSnapshot(scan->snapshot);
    if (SPI_connect() != SPI_OK_CONNECT) elog(ERROR, "SPI_connect failed");
    const int code = SPI_execute_plan_extended(states_plan(), &options);
    if (code < 0) elog(ERROR, "fanout.states_with_tasks: %s", SPI_result_code_string(code));
    SPI_finish();
    PopActiveSnapshot();
    options.dest->rDestroy(options.dest);
}

void forget_states(task_scan* scan) {
    ExecClearTuple(scan->state);
    if (scan->states) tuplestore_end(scan->states);
    scan->states = nullptr;
    MemoryContextReset(scan->memory);
}

/// Those of the run that is looked for; else of some runs at a time, since what looks at the first tasks of
/// thousands of runs mostly ends with the first runs. False where there are no more.
bool read_next_states(ForeignScanState* node) {
    task_scan* scan = scan_of(node);
    if (scan->is_last) return false;
    forget_states(scan);
    run_range runs = {{}, {}, true};
    const bool is_possible = evaluate_conditions(node), names_run = !scan->look_for.run_id.isnull;
    if (is_possible && !names_run) runs = scan->runs.next(node->ss.ps.state);
    const bool is_any = is_possible && (names_run || !runs.is_empty);
    scan->is_last = names_run || !is_any;
    if (is_any) read_states(scan, runs);
    return is_any;
}

Datum state_value(const task_scan* scan, AttrNumber column, bool* is_null) {
    return slot_getattr(scan->state, column, is_null);
}

void enter_state(task_scan* scan) {
    bool no_total, no_source, is_null;
    const int generation = DatumGetInt16(state_value(scan, task_column::generation, &is_null));
    const Datum state_id = state_value(scan, task_column::state_id, &is_null);
    const Datum items_of = state_value(scan, task_column::source_state_id, &no_source);
    const Datum total = state_value(scan, task_column::total_tasks, &no_total);
    const bool has_failures = DatumGetBool(state_value(scan, task_column::has_failures, &is_null));
    const task_conditions& look_for = scan->look_for;
    const auto seek = [&](partition_rows& rows, partition_rows::kind of, Datum state) {
        rows.seek(of, generation, state, look_for.first, scan->snapshot);
    };
    scan->is_in_state = true;
    scan->is_pipelined = !no_source;
    scan->source = look_for.with_result ? task_source::results
                   : no_source          ? task_source::tasks
                                        : task_source::count;
    scan->next = look_for.first;
    scan->end = look_for.end;
    if (scan->source == task_source::count)
        scan->end = std::min<int64_t>(scan->end, no_total ? 0 : DatumGetInt32(total));
    if (scan->is_pipelined && !look_for.without_item) seek(scan->items, partition_rows::results, items_of);
    if (scan->source == task_source::tasks || !(scan->is_pipelined || look_for.without_item))
        seek(scan->tasks, partition_rows::tasks, state_id);
    seek(scan->results, partition_rows::results, state_id);
    if (has_failures) seek(scan->failures, partition_rows::failures, state_id);
}

/// Moves to the state's next task; false where there is none.
bool find_task(task_scan* scan) {
    if (scan->source != task_source::count) {
        partition_rows& rows = scan->source == task_source::tasks ? scan->tasks : scan->results;
        if (!rows.reach(scan->next)) return false;
        scan->next = rows.index();
    }
    return scan->next < scan->end;
}

void set_column(TupleTableSlot* row, AttrNumber column, NullableDatum value) {
    row->tts_values[column - 1] = value.value;
    row->tts_isnull[column - 1] = value.isnull;
}

void fill_item(task_scan* scan, TupleTableSlot* row) {
    if (scan->look_for.without_item) return;
    if (!scan->is_pipelined) {
        if (scan->tasks.find(scan->next))
            set_column(row, task_column::item, scan->tasks.column(item_column::item));
    } else if (scan->items.find(scan->next)) {
        set_column(row, task_column::item, scan->items.column(result_column::output));
    }
}

void fill_result(task_scan* scan, TupleTableSlot* row) {
    constexpr std::pair<AttrNumber, size_t> columns[] = {
        {task_column::claimed_at, result_column::claimed_at},
        {task_column::completed_at, result_column::completed_at},
        {task_column::worker_id, result_column::worker_id},
        {task_column::attempt, result_column::attempt},
        {task_column::output, result_column::output}};
    if (!scan->results.find(scan->next)) return;
    for (const auto& [to, from] : columns) set_column(row, to, scan->results.column(from));
}

/// Of the last attempt that failed. The one before it is on a page that may be left, so the text is copied.
void fill_failure(task_scan* scan, TupleTableSlot* row) {
    bool unknown;
    if (!DatumGetBool(state_value(scan, task_column::has_failures, &unknown))) return;
    if (!row->tts_isnull[task_column::output - 1]) return;
    while (scan->failures.find(scan->next)) {
        set_column(row, task_column::failed_attempt, scan->failures.column(failure_column::attempt));
        set_column(
            row, task_column::error,
            {PointerGetDatum(PG_DETOAST_DATUM_COPY(scan->failures.column(failure_column::error).value)),
             false});
        scan->failures.skip();
    }
}

void fill_row(task_scan* scan, TupleTableSlot* row) {
    constexpr size_t from_state = task_column::task_index - 1;
    slot_getallattrs(scan->state);
    std::copy_n(scan->state->tts_values, from_state, row->tts_values);
    std::copy_n(scan->state->tts_isnull, from_state, row->tts_isnull);
    std::fill_n(row->tts_isnull + from_state, task_column::last - from_state, true);
    set_column(row, task_column::task_index, {Int32GetDatum(static_cast<int32_t>(scan->next)), false});
    fill_item(scan, row);
    fill_result(scan, row);
    fill_failure(scan, row);
}

bool enter_next_state(ForeignScanState* node) {
    task_scan* scan = scan_of(node);
    MemoryContext previous = MemoryContextSwitchTo(scan->memory);
    bool found = false;
    do {
        found = scan->states && tuplestore_gettupleslot(scan->states, true, false, scan->state);
    } while (!found && read_next_states(node));
    MemoryContextSwitchTo(node->ss.ps.state->es_query_cxt);
    if (found) enter_state(scan);
    MemoryContextSwitchTo(previous);
    return found;
}

void begin(ForeignScanState* node, int flags) {
    if (flags & EXEC_FLAG_EXPLAIN_ONLY) return;
    (void)guarded([] {
        require_served_schema();
        return Datum{0};
    });
    const auto* plan = castNode(ForeignScan, node->ss.ps.plan);
    auto* scan = static_cast<task_scan*>(palloc0(sizeof(task_scan)));
    scan->snapshot = node->ss.ps.state->es_snapshot;
    scan->values = ExecInitExprList(plan->fdw_exprs, &node->ss.ps);
    scan->state = MakeSingleTupleTableSlot(state_columns(node), &TTSOpsMinimalTuple);
    scan->memory = AllocSetContextCreate(CurrentMemoryContext, "fanout states", ALLOCSET_SMALL_SIZES);
    scan->runs.from_start();
    node->fdw_state = scan;
}

TupleTableSlot* iterate(ForeignScanState* node) {
    task_scan* scan = scan_of(node);
    TupleTableSlot* row = node->ss.ss_ScanTupleSlot;
    ExecClearTuple(row);
    while (scan->is_in_state || enter_next_state(node)) {
        CHECK_FOR_INTERRUPTS();
        if (find_task(scan)) {
            fill_row(scan, row);
            ++scan->next;
            return ExecStoreVirtualTuple(row);
        }
        scan->is_in_state = false;
    }
    return row;
}

/// The conditions may come to something else.
void rescan(ForeignScanState* node) {
    task_scan* scan = scan_of(node);
    forget_states(scan);
    scan->runs.from_start();
    scan->is_in_state = scan->is_last = false;
}

void finish(ForeignScanState* node) {
    task_scan* scan = scan_of(node);
    if (!scan) return;
    rescan(node);
    for (partition_rows* rows : {&scan->tasks, &scan->results, &scan->failures, &scan->items}) rows->close();
    scan->runs.close();
    ExecDropSingleTupleTableSlot(scan->state);
}

}  // namespace
}  // namespace fanout

extern "C" {
PG_FUNCTION_INFO_V1(fanout_task_rows_handler);
PGDLLEXPORT Datum fanout_task_rows_handler(PG_FUNCTION_ARGS) {
    (void)fcinfo;
    FdwRoutine* routine = makeNode(FdwRoutine);
    routine->GetForeignRelSize = fanout::estimate_size;
    routine->GetForeignPaths = fanout::offer_path;
    routine->GetForeignPlan = fanout::make_plan;
    routine->BeginForeignScan = fanout::begin;
    routine->IterateForeignScan = fanout::iterate;
    routine->ReScanForeignScan = fanout::rescan;
    routine->EndForeignScan = fanout::finish;
    return PointerGetDatum(routine);
}
}
