#include "postgres/row_lock.hpp"

namespace fanout {

lock_result lock_row(const running_scan& found, Snapshot snapshot, TupleTableSlot* locked, LockTupleMode mode,
                     LockWaitPolicy policy) {
    const bool keeps_snapshot = IsolationUsesXactSnapshot();
    uint8 flags = TUPLE_LOCK_FLAG_LOCK_UPDATE_IN_PROGRESS;
    if (!keeps_snapshot) flags |= TUPLE_LOCK_FLAG_FIND_LAST_VERSION;
    TM_FailureData failure;
    const TM_Result result = table_tuple_lock(found.table, &found.row->tts_tid, snapshot, locked,
                                              GetCurrentCommandId(true), mode, policy, flags, &failure);
    if (result == TM_Ok) return lock_result::locked;
    if (result == TM_WouldBlock) return lock_result::busy;
    if (result == TM_SelfModified) return lock_result::gone;
    if (keeps_snapshot) {
        ereport(ERROR, errcode(ERRCODE_T_R_SERIALIZATION_FAILURE),
                errmsg("could not serialize access due to concurrent update"));
    }
    if (result != TM_Deleted) elog(ERROR, "unexpected result of locking a row: %d", static_cast<int>(result));
    return lock_result::gone;
}

found_rows row_lock::run_each(const std::vector<Datum>& keys, when_locked how) const {
    std::span<const Datum> all = keys;
    return run(all, how == when_locked::wait ? LockWaitBlock : LockWaitSkip, false);
}

found_rows row_lock::run_until_busy(std::span<const Datum>& keys) const {
    return run(keys, LockWaitSkip, true);
}

found_rows row_lock::run(std::span<const Datum>& keys, LockWaitPolicy policy, bool stops) const {
    const read_snapshot now;
    const size_t conditions = key_size();
    struct locking {
        collected_rows rows;
        size_t done;
    };
    const locking result = pg_call([&] {
        running_scan found;
        found.begin(of_, RowShareLock, now.get());
        TupleTableSlot* locked = table_slot_create(found.table, nullptr);
        locking l;
        l.rows.begin(found.table, columns_);
        bool is_stopped = false;
        for (l.done = 0; l.done < keys.size(); l.done += conditions) {
            found.restart(keys.data() + l.done);
            while (!is_stopped && found.next(ForwardScanDirection)) {
                CHECK_FOR_INTERRUPTS();
                const lock_result got = lock_row(found, now.get(), locked, mode_, policy);
                if (got == lock_result::locked) l.rows.add(locked);
                is_stopped = stops && got == lock_result::busy;
                ExecClearTuple(locked);
            }
            if (is_stopped) break;
        }
        ExecDropSingleTupleTableSlot(locked);
        found.end();
        return l;
    });
    keys = keys.subspan(result.done);
    return found_rows(result.rows);
}

}  // namespace fanout
