// Why attempts fail, whatever kind of handler made them.
#pragma once

#include "task.hpp"

namespace fanout::worker_detail {

inline attempt_failed stopped() {
    return {"stopped: its run has ended or its claim is gone", failure_cause::stopped};
}

inline attempt_failed timed_out(std::chrono::milliseconds timeout) {
    return {"did not answer within its timeout of " + std::to_string(timeout.count()) + " ms",
            failure_cause::timeout};
}

inline attempt_failed too_much_output(size_t limit) {
    return attempt_failed("printed more than max_output_bytes (" + std::to_string(limit) + ")");
}

}  // namespace fanout::worker_detail
