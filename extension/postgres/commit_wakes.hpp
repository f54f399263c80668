// Waking who waits for what a transaction commits. Who waits holds a lock on an object, in a mode that is in nobody's
// way, and sleeps; who has committed finds the holders in the table of locks, and sets their latches. Nobody asks again
// and again, nothing is written, and a session that ends, however it does, gives its lock back.
#pragma once

#include "postgres/object_lock.hpp"

namespace fanout {

/// Once this transaction has committed, the sessions that hold this lock, in whichever mode, wake. Where it is rolled
/// back in part they wake for nothing. A transaction that is prepared wakes nobody: who waits looks once in a while.
void wake_holders_after_commit(const object_lock& lock);

/// To be called when the library is loaded.
void install_commit_wakes();

}  // namespace fanout
