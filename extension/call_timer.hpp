// A limit to how long one call of a user's function may take.
#pragma once

#include "postgres_api.hpp"

namespace fanout {

/// While it lives, a call that takes longer is interrupted as by a request to cancel its statement, again and
/// again where it catches that; then the session ends. One at a time. Cheap: the clock is read three times,
/// and a system call made only where the alarm set last is too late.
class call_timer {
public:
    /// @param timeout_ms  0: no limit
    explicit call_timer(int timeout_ms);
    call_timer(const call_timer&) = delete;
    call_timer& operator=(const call_timer&) = delete;
    /// What it has requested and nobody has acted on is taken back.
    ~call_timer();

    /// Whether time was up.
    bool fired() const;

private:
    int timeout_ms_;
};

/// An interval in milliseconds, as a timer takes it: 0 where it is longer than a timer can be (24 days).
int timer_ms(const Interval& interval);

/// To be called once, when the library is loaded: a session that ends because of a call says so.
void install_reason_of_ends();

}  // namespace fanout
