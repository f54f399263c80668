// Sleeping in a backend.
#pragma once

#include "postgres/guard.hpp"

namespace fanout {

/// Sleeps for so many milliseconds, or less where the session is wanted; a cancel request is an error. Meanwhile no
/// snapshot of the catalogue's is held.
/// @param wait_event  what pg_stat_activity calls it, from PostgreSQL 17 on
inline void sleep_ms(long ms, const char* wait_event) {
    pg_call([&] {
        InvalidateCatalogSnapshotConditionally();
        (void)WaitLatch(MyLatch, WL_LATCH_SET | WL_TIMEOUT | WL_EXIT_ON_PM_DEATH, ms,
                        compat::wait_event(wait_event));
        ResetLatch(MyLatch);
        CHECK_FOR_INTERRUPTS();
    });
}

}  // namespace fanout
