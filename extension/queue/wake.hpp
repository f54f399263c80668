// Waking workers that wait for work.
#pragma once

#include "queue/claim.hpp"

namespace fanout {

/// NOTIFYs where an idle worker serves this queue and handler. One NOTIFY a commit would cost more than half
/// of all commits, so nobody is called who isn't waiting.
void wake_idle_workers(const std::string& queue, const std::string& queue_handler);

/// From construction to destruction: whom this call would wake is only noted. A worker that completes a task
/// takes what follows from it in the same call, mostly all of it, and the others would come for nothing.
class deferred_wakes {
public:
    deferred_wakes();
    ~deferred_wakes();
    deferred_wakes(const deferred_wakes&) = delete;
    deferred_wakes& operator=(const deferred_wakes&) = delete;

    /// Wakes for what was noted, but not for what the worker serves itself, where it has left nothing of
    /// that.
    void wake_others(const worker& w, const claimed_tasks& claimed);
};

}  // namespace fanout
