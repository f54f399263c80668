// Tasks as the daemon holds them, and what becomes of them.
#pragma once

#include "tasks/task_input.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <string>

namespace fanout::worker_detail {

/// What the tasks of one claim have in common.
struct claim {
    int64_t claim_id;
    int attempt;
    std::string run_id, flow_slug, step_slug, handler;
    std::string context;  ///< members of all its tasks' inputs, a JSON object as text; empty: none
    std::chrono::milliseconds timeout;
    std::stop_source stop;  ///< stop is requested when the results are not wanted any more
    /// Keeps what a task says of itself (JSON text), for the next heartbeat to store.
    std::function<void(int index, std::string details)> report;
    /// The longest silence of a task that reports.
    std::optional<std::chrono::milliseconds> heartbeat_timeout{};
};

struct claimed_task {
    std::shared_ptr<claim> of;
    int index;
    std::string input;     ///< without the context
    std::string progress;  ///< what the attempt before reported last, as JSON text; empty: nothing

    /// Put together when the task begins, not before: a large context would stand in every task that waits.
    std::string whole_input() const { return input_with_context(input, of->context); }

    /// run/step/index/attempt: the idempotency key.
    std::string key() const {
        return of->run_id + "/" + of->step_slug + "/" + std::to_string(index) + "/" +
               std::to_string(of->attempt);
    }
};

/// Why an attempt failed, for metrics and for finding out how many tasks should run at once.
enum class failure_cause {
    handler,   ///< it said so, or broke
    timeout,   ///< its time was up
    overload,  ///< a service says that it has too much to do
    stopped    ///< its result was not wanted any more
};

/// The end of one attempt: an output as JSON text, or an error.
struct outcome {
    int64_t claim_id;
    int index;
    std::string output;
    std::optional<std::string> error;
    bool final = false;
    failure_cause cause = failure_cause::handler;  ///< where there is an error
    std::chrono::steady_clock::duration took{};    ///< how long it ran
    std::chrono::milliseconds retry_after{};       ///< the next attempt is not to be made before
    bool goes_back = false;  ///< it wasn't done, and is to be as if it hadn't been claimed

    /// Instead of an index: all that the claim holds.
    static constexpr int whole_claim = -1;
};

/// Of what is sent, in bytes.
inline size_t size_of(const outcome& o) {
    return o.error ? o.error->size() : o.output.size();
}

/// Thrown by a runner: the attempt has failed.
class attempt_failed : public std::runtime_error {
public:
    explicit attempt_failed(const std::string& message, bool is_final = false)
        : std::runtime_error(message), final(is_final) {}
    attempt_failed(const std::string& message, failure_cause why) : std::runtime_error(message), cause(why) {}
    attempt_failed(const std::string& message, std::chrono::milliseconds wait)
        : std::runtime_error(message), retry_after(wait) {}
    bool final = false;
    failure_cause cause = failure_cause::handler;
    std::chrono::milliseconds retry_after{};
};

/// Thrown by a runner: the attempt's end has been reported otherwise.
class already_reported {};

}  // namespace fanout::worker_detail
