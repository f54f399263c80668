#include "postgres/session_locks.hpp"

namespace fanout {
namespace {

struct held_lock {
    LOCKTAG tag;
    LOCKMODE mode;
    int times;  ///< that the session holds it, whatever the transaction does
};

/// What the session had when a function began.
struct remembered {
    SubTransactionId since;
    ResourceOwner keeper;  ///< holds the locks for the transaction, so that the session can't lose them
    std::vector<held_lock> locks;
};

/// Of functions within functions, the innermost last.
std::vector<remembered> open;

/// The list's nodes are its own kind up to PostgreSQL 15, and dlist_node after.
template <typename List, typename F> void for_each_in(List& list, F&& f) {
    auto& end = [&]() -> auto& {
        if constexpr (requires { list.head; }) {
            return list.head;
        } else {
            return list;
        }
    }
    ();
    for (auto* node = end.next; node && node != &end; node = node->next) {
        f(*reinterpret_cast<const PROCLOCK*>(reinterpret_cast<const char*>(node) -
                                             offsetof(PROCLOCK, procLink)));
    }
}

/// All advisory locks of this backend, those of the transaction included: which is whose isn't told.
std::vector<held_lock> advisory_locks() {
    std::vector<held_lock> result;
    for (int partition = 0; partition < NUM_LOCK_PARTITIONS; ++partition) {
        LWLock* guard = LockHashPartitionLockByIndex(partition);
        LWLockAcquire(guard, LW_SHARED);
        for_each_in(MyProc->myProcLocks[partition], [&](const PROCLOCK& own) {
            const LOCKTAG& tag = own.tag.myLock->tag;
            if (tag.locktag_lockmethodid != USER_LOCKMETHOD) return;
            for (LOCKMODE mode = 1; mode < MAX_LOCKMODES; ++mode) {
                if (own.holdMask & LOCKBIT_ON(mode)) result.push_back({tag, mode, 0});
            }
        });
        LWLockRelease(guard);
    }
    return result;
}

/// As often as it can be given back, the session has it; the last try is a warning, which is for nobody.
void count_and_keep(held_lock& lock) {
    pg_call([&] {
        (void)LockAcquire(&lock.tag, lock.mode, false, true);
        const int guc_level = NewGUCNestLevel();
        for (const char* setting : {"client_min_messages", "log_min_messages"}) {
            (void)set_config_option(setting, "error", PGC_SUSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0,
                                    false);
        }
        while (LockRelease(&lock.tag, lock.mode, true)) ++lock.times;
        AtEOXact_GUC(false, guc_level);
        for (int i = 0; i < lock.times; ++i) (void)LockAcquire(&lock.tag, lock.mode, true, true);
    });
}

/// Raises no error, and waits for nobody: the keeper still holds what is taken again.
void restore(const std::vector<held_lock>& locks) {
    LockReleaseSession(USER_LOCKMETHOD);
    for (const held_lock& lock : locks) {
        for (int i = 0; i < lock.times; ++i) (void)LockAcquire(&lock.tag, lock.mode, true, true);
    }
}

void restore_since(SubTransactionId aborted) {
    while (!open.empty() && open.back().since >= aborted) {
        restore(open.back().locks);
        open.pop_back();
    }
}

void at_subtransaction_end(SubXactEvent event, SubTransactionId id, SubTransactionId, void*) {
    if (event == SUBXACT_EVENT_ABORT_SUB) restore_since(id);
}

void at_transaction_end(XactEvent event, void*) {
    if (event == XACT_EVENT_ABORT) restore_since(InvalidSubTransactionId);
}

}  // namespace

session_locks::session_locks() {
    std::vector<held_lock> locks = advisory_locks();
    for (held_lock& lock : locks) count_and_keep(lock);
    open.push_back({GetCurrentSubTransactionId(), CurrentResourceOwner, std::move(locks)});
}

void session_locks::drop_new() {
    const remembered before = std::move(open.back());
    open.pop_back();
    pg_call([&] {
        restore(before.locks);
        ResourceOwner current = CurrentResourceOwner;
        CurrentResourceOwner = before.keeper;
        for (const held_lock& lock : before.locks) (void)LockRelease(&lock.tag, lock.mode, false);
        CurrentResourceOwner = current;
    });
}

void watch_for_aborts() {
    RegisterXactCallback(at_transaction_end, nullptr);
    RegisterSubXactCallback(at_subtransaction_end, nullptr);
}

}  // namespace fanout
