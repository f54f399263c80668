// Sleeping in a backend.
#pragma once

#include "postgres/guard.hpp"

namespace fanout {

/// Sleeps for so many milliseconds, or less where the session is wanted; a cancel request is an error.
inline void sleep_ms(long ms) {
    pg_call([&] {
        (void)WaitLatch(MyLatch, WL_LATCH_SET | WL_TIMEOUT | WL_EXIT_ON_PM_DEATH, ms, PG_WAIT_EXTENSION);
        ResetLatch(MyLatch);
        CHECK_FOR_INTERRUPTS();
    });
}

}  // namespace fanout
