// Waking workers that wait for work.
#pragma once

#include "postgres/postgres_api.hpp"

namespace fanout {

/// NOTIFYs where an idle worker serves this queue and handler. One NOTIFY a commit would cost more than half
/// of all commits, so nobody is called who isn't waiting.
void wake_idle_workers(const std::string& queue, const std::string& queue_handler);

/// NOTIFYs in any case: for what is rare, and would be found late by whom is about to wait.
void wake_workers(const std::string& queue_handler);

/// From construction to destruction: whom this call would wake is only noted. A worker that completes a task
/// takes what follows from it in the same call, mostly all of it, and the others would come for nothing.
class deferred_wakes {
public:
    deferred_wakes();
    ~deferred_wakes();
    deferred_wakes(const deferred_wakes&) = delete;
    deferred_wakes& operator=(const deferred_wakes&) = delete;

    /// Wakes for what was noted.
    void wake();
    /// The same, but not for what a worker serves itself that has left nothing of that.
    ///
    /// @param queues    text[]
    /// @param handlers  text[]
    void wake_others(Datum queues, Datum handlers);
};

}  // namespace fanout
