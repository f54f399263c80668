#include "postgres/call_timer.hpp"

#include "plain/sqlstates.hpp"
#include "postgres/interval.hpp"

#include <csignal>
#include <limits>

namespace fanout {
namespace {

constexpr int ask_interval_ms = 500;
constexpr int most_requests = 5;

volatile std::sig_atomic_t requests = 0;
volatile std::sig_atomic_t session_ends = 0;
int limit_ms = 0;

/// To whose time the alarm is set.
const call_timer* alarmed = nullptr;

emit_log_hook_type next_hook = nullptr;

/// Runs in the handler of SIGALRM. A function may catch a request to cancel it; the end of its session it
/// can't.
void interrupt() {
    InterruptPending = true;
    if (requests < most_requests) {
        requests = requests + 1;
        QueryCancelPending = true;
    } else {
        session_ends = 1;
        ProcDiePending = true;
    }
    SetLatch(MyLatch);
}

TimeoutId timer_id() {
    static const TimeoutId id = RegisterTimeout(USER_TIMEOUT, interrupt);
    return id;
}

/// Of the session's end PostgreSQL says that it is an administrator's command.
void explain_end(ErrorData* error) {
    if (session_ends && error->elevel == FATAL) {
        const char* code = sqlstate::task_timeout;
        error->sqlerrcode = MAKE_SQLSTATE(code[0], code[1], code[2], code[3], code[4]);
        error->message = psprintf("a flow's function did not return within its timeout of %d ms, and caught "
                                  "the requests to stop",
                                  limit_ms);
    }
    if (next_hook) next_hook(error);
}

}  // namespace

call_timer::call_timer(int timeout_ms, TimestampTz began)
    : timeout_ms_(timeout_ms), ends_at_(TimestampTzPlusMilliseconds(began, timeout_ms)), outer_(alarmed),
      has_alarm_(timeout_ms > 0 && (!outer_ || ends_at_ < outer_->ends_at_)) {
    if (!has_alarm_) return;
    if (outer_) disable_timeout(timer_id(), false);
    outer_requests_ = requests;
    requests = 0;
    alarmed = this;
    set_alarm();
}

call_timer::~call_timer() {
    if (!has_alarm_) return;
    disable_timeout(timer_id(), false);
    if (requests > 0) QueryCancelPending = false;
    requests = outer_requests_;
    alarmed = outer_;
    // Where its time has passed meanwhile, that is at once.
    if (outer_) outer_->set_alarm();
}

void call_timer::set_alarm() const {
    limit_ms = timeout_ms_;
    enable_timeout_every(timer_id(), ends_at_, ask_interval_ms);
}

bool call_timer::fired() const {
    return has_alarm_ && requests > 0;
}

int timer_ms(const Interval& interval) {
    const double ms = interval_us(interval) / 1000;
    if (ms > std::numeric_limits<int>::max()) return 0;
    return ms < 1 ? 1 : static_cast<int>(ms);
}

void install_reason_of_ends() {
    next_hook = emit_log_hook;
    emit_log_hook = explain_end;
}

}  // namespace fanout
