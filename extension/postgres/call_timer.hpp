// A limit to how long one call of a user's function may take.
#pragma once

#include "postgres/postgres_api.hpp"

namespace fanout {

/// While it lives, a call that takes longer is interrupted as by a request to cancel its statement, again and
/// again where it catches that; then the session ends. Cheap: the clock is read three times, and a system
/// call made only where the alarm set last is too late.
///
/// They nest, where a function has us call another one. There is one alarm, and it is set to whichever's time
/// is up first: to the outer one's for as long as that is the case, or else to the inner one's until that
/// ends.
class call_timer {
public:
    /// @param timeout_ms  0: no limit
    explicit call_timer(int timeout_ms) : call_timer(timeout_ms, GetCurrentTimestamp()) {}
    /// @param began  since when the time is counted
    call_timer(int timeout_ms, TimestampTz began);
    call_timer(const call_timer&) = delete;
    call_timer& operator=(const call_timer&) = delete;
    /// What it has requested and nobody has acted on is taken back.
    ~call_timer();

    /// Whether its own time was up.
    bool fired() const;

private:
    void set_alarm() const;

    int timeout_ms_;
    TimestampTz ends_at_;
    const call_timer* outer_;
    bool has_alarm_;
    int outer_requests_ = 0;
};

/// An interval in milliseconds, as a timer takes it: 0 where it is longer than a timer can be (24 days).
int timer_ms(const Interval& interval);

/// To be called once, when the library is loaded: a session that ends because of a call says so.
void install_reason_of_ends();

}  // namespace fanout
