#include "postgres/commit_wakes.hpp"

namespace fanout {
namespace {

/// Of this transaction.
std::vector<LOCKTAG> noted;

void wake_holders(const LOCKTAG& tag) {
    int count;
    VirtualTransactionId* holders = GetLockConflicts(&tag, AccessExclusiveLock, &count);
    for (int i = 0; i < count; ++i) {
        // One that has moved on meanwhile wakes for nothing.
        if (PGPROC* process = compat::process_of(holders[i])) SetLatch(&process->procLatch);
    }
    pfree(holders);
}

/// Not before the commit: who looks then, and doesn't see it yet, would sleep on.
void at_transaction_end(XactEvent event, void*) {
    if (event == XACT_EVENT_COMMIT) {
        for (const LOCKTAG& tag : noted) wake_holders(tag);
    }
    if (event == XACT_EVENT_COMMIT || event == XACT_EVENT_ABORT || event == XACT_EVENT_PREPARE) noted.clear();
}

}  // namespace

void wake_holders_after_commit(const object_lock& lock) {
    noted.push_back(lock.tag());
}

void install_commit_wakes() {
    RegisterXactCallback(at_transaction_end, nullptr);
}

}  // namespace fanout
