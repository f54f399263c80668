// Calling a user's function, for so long at most.
#pragma once

#include "guard.hpp"

namespace fanout {

/// A function of one jsonb argument, looked up once and called for many tasks. Called directly, because every
/// execution of `SELECT function($1)` sets up an executor: the benchmark's whole fan-out made 117,000 tasks a
/// second with that, and makes 138,000 with this.
class function_caller {
public:
    /// @param timeout  the longest that a call may take
    /// @param results  the memory context of what the calls return
    function_caller(Oid function, const Interval& timeout, MemoryContext results);

    /// Throws task_timeout where it takes too long, whatever the function makes of being interrupted.
    Datum call(Datum input);

private:
    Datum call_untimed(Datum input);
    Datum invoke(Datum input);

    int timeout_ms_;
    MemoryContext results_, scratch_;
    FmgrInfo function_;
};

}  // namespace fanout
