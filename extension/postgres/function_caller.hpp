// Calling a user's function, for so long at most.
#pragma once

#include "postgres/guard.hpp"

namespace fanout {

class owner_scope;

/// A function of one jsonb argument, looked up once and called for many tasks. Called directly, because every
/// execution of `SELECT function($1)` sets up an executor.
class function_caller {
public:
    /// @param timeout  the longest that a call may take
    /// @param results  the memory context of what the calls return
    function_caller(Oid function, const Interval& timeout, MemoryContext results);

    /// Throws task_timeout where it takes too long, whatever the function makes of being interrupted.
    Datum call(Datum input);

    /// Leaves the scope, which runs what the calls have deferred: in what is left of the last call's time.
    /// Throws as that.
    void leave(owner_scope& scope) const;

private:
    template <typename F> auto in_time(F&& f) const;
    Datum call_untimed(Datum input);
    Datum invoke(Datum input);

    int timeout_ms_;
    TimestampTz began_ = 0;  ///< the last call
    MemoryContext results_, scratch_;
    FmgrInfo function_;
};

}  // namespace fanout
