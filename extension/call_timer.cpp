#include "call_timer.hpp"

#include "interval.hpp"

#include <csignal>
#include <limits>

namespace fanout {
namespace {

volatile std::sig_atomic_t time_is_up = 0;

/// Runs in the handler of SIGALRM.
void request_cancel() {
    time_is_up = 1;
    InterruptPending = true;
    QueryCancelPending = true;
    SetLatch(MyLatch);
}

TimeoutId timer_id() {
    static const TimeoutId id = RegisterTimeout(USER_TIMEOUT, request_cancel);
    return id;
}

}  // namespace

call_timer::call_timer(int timeout_ms) : timeout_ms_(timeout_ms) {
    time_is_up = 0;
    if (timeout_ms_ > 0) enable_timeout_after(timer_id(), timeout_ms_);
}

call_timer::~call_timer() {
    if (timeout_ms_ == 0) return;
    disable_timeout(timer_id(), false);
    if (time_is_up) QueryCancelPending = false;
}

bool call_timer::fired() const {
    return time_is_up != 0;
}

int timer_ms(const Interval& interval) {
    const double ms = interval_us(interval) / 1000;
    if (ms > std::numeric_limits<int>::max()) return 0;
    return ms < 1 ? 1 : static_cast<int>(ms);
}

}  // namespace fanout
