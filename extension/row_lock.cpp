#include "row_lock.hpp"

namespace fanout {

bool lock_row(const running_scan& found, Snapshot snapshot, TupleTableSlot* locked, LockTupleMode mode,
              LockWaitPolicy policy) {
    const bool keeps_snapshot = IsolationUsesXactSnapshot();
    uint8 flags = TUPLE_LOCK_FLAG_LOCK_UPDATE_IN_PROGRESS;
    if (!keeps_snapshot) flags |= TUPLE_LOCK_FLAG_FIND_LAST_VERSION;
    TM_FailureData failure;
    const TM_Result result = table_tuple_lock(found.table, &found.row->tts_tid, snapshot, locked,
                                              GetCurrentCommandId(true), mode, policy, flags, &failure);
    if (result == TM_Ok) return true;
    if (result == TM_WouldBlock || result == TM_SelfModified) return false;
    if (keeps_snapshot) {
        ereport(ERROR, errcode(ERRCODE_T_R_SERIALIZATION_FAILURE),
                errmsg("could not serialize access due to concurrent update"));
    }
    if (result != TM_Deleted) elog(ERROR, "unexpected result of locking a row: %d", static_cast<int>(result));
    return false;
}

found_rows row_lock::run_each(const std::vector<Datum>& keys, when_locked how) const {
    const read_snapshot now;
    const size_t conditions = of_.conditions.size();
    const LockWaitPolicy policy = how == when_locked::wait ? LockWaitBlock : LockWaitSkip;
    const collected_rows rows = pg_call([&] {
        running_scan found;
        found.begin(of_, RowShareLock, now.get());
        TupleTableSlot* locked = table_slot_create(found.table, nullptr);
        collected_rows result;
        result.begin(found.table, columns_);
        for (size_t first = 0; first < keys.size(); first += conditions) {
            found.restart(keys.data() + first);
            while (found.next(ForwardScanDirection)) {
                CHECK_FOR_INTERRUPTS();
                if (lock_row(found, now.get(), locked, mode_, policy)) result.add(locked);
                ExecClearTuple(locked);
            }
        }
        ExecDropSingleTupleTableSlot(locked);
        found.end();
        return result;
    });
    return found_rows(rows);
}

}  // namespace fanout
