// Why attempts fail, and how that is noted, whatever kind of handler made them.
#pragma once

#include "tasks/output_text.hpp"
#include "tasks/task.hpp"

namespace fanout::worker_detail {

/// Notes in an outcome that its attempt has failed.
inline void note_failure(outcome& o, const attempt_failed& why) {
    o.error = clean_error(why.what());
    o.final = why.final;
    o.cause = why.cause;
    o.retry_after = why.retry_after;
}

inline attempt_failed stopped() {
    return {"stopped: its run has ended or its claim is gone", failure_cause::stopped};
}

inline attempt_failed timed_out(std::chrono::milliseconds timeout) {
    return {"did not answer within its timeout of " + std::to_string(timeout.count()) + " ms",
            failure_cause::timeout};
}

inline attempt_failed silent(std::chrono::milliseconds timeout) {
    return {"reported nothing for its heartbeat_timeout of " + std::to_string(timeout.count()) + " ms",
            failure_cause::timeout};
}

inline attempt_failed too_much_output(size_t limit) {
    return attempt_failed("printed more than max_output_bytes (" + std::to_string(limit) + ")");
}

}  // namespace fanout::worker_detail
