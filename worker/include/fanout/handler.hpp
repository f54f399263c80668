// What a handler in C++ sees: its task, how it fails, and where it is registered. <fanout/worker.hpp> has it,
// and <fanout/plugin.hpp>.
#pragma once

#include <chrono>
#include <functional>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <utility>

/// A type that goes between a plugin and the daemon.
#define FANOUT_SHARED __attribute__((visibility("default")))

/// Daemon and plugin must agree on this: on the layout of what is declared here, and on the
/// standard library that they exchange strings of.
#if defined(__GLIBCXX__) && _GLIBCXX_USE_CXX11_ABI
#define FANOUT_PLUGIN_VERSION "1-libstdc++"
#else
#define FANOUT_PLUGIN_VERSION "1-other"
#endif

namespace fanout {
// The version of what this header lays down in memory; FANOUT_PLUGIN_VERSION changes with it.
inline namespace v1 {

/// Takes what a running task says of itself.
class FANOUT_SHARED heartbeat_sink {
public:
    virtual void heartbeat(std::string details) = 0;

protected:
    ~heartbeat_sink() = default;
};

/// One attempt at one task, as a handler gets it. It is there until the handler returns.
struct task {
    const std::string& run_id;
    const std::string& flow_slug;
    const std::string& step_slug;
    /// 0 to N-1 in a fan-out, else 0.
    int index;
    /// The first is 1.
    int attempt;
    /// JSON text: `{"item": …}` in a fan-out, else `{"run": …, "<dependency>": …}`.
    const std::string& input;
    /// What the last heartbeat of an earlier attempt said, as JSON text. Empty: there was none.
    const std::string& progress;
    /// When the attempt's time is up: it fails then, whatever the handler returns later.
    std::chrono::steady_clock::time_point deadline;
    /// Stop is requested when time is up, or when the result is not wanted any more: its run was cancelled,
    /// for example. The handler should return or throw soon.
    std::stop_token stop_token;
    /// Where heartbeat() goes.
    heartbeat_sink& sink;

    /// Says that the task is alive and how far it is. Only the last one counts; should the attempt fail, the
    /// next one gets it as `progress`. It doesn't wait for the server, so it may be called often, and from
    /// any thread.
    /// @param details  JSON text of 64 KB at most, or it is not kept; throws std::invalid_argument where it
    /// is none
    void heartbeat(std::string details) const { sink.heartbeat(std::move(details)); }

    /// `run/step/index/attempt`, which no other attempt has.
    std::string idempotency_key() const {
        return run_id + "/" + step_slug + "/" + std::to_string(index) + "/" + std::to_string(attempt);
    }
};

/// Thrown by a handler: the task has failed and is not retried. Any other exception is a failed attempt,
/// which is retried as the step says.
class FANOUT_SHARED final_error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Thrown by a handler: the attempt has failed, and the next one, if the step allows one, is not to be made
/// before `wait` has passed: a service said so, for example.
class FANOUT_SHARED retry_error : public std::runtime_error {
public:
    retry_error(const std::string& message, std::chrono::milliseconds wait)
        : std::runtime_error(message), wait_(wait) {}
    std::chrono::milliseconds wait() const { return wait_; }

private:
    std::chrono::milliseconds wait_;
};

/// Returns the task's output as JSON text. What it throws is the attempt's error.
using handler = std::function<std::string(task&)>;

/// How many calls of a handler run at once: `8`, or from the first to the second of `{1, 64}`, as many as
/// turn out best.
struct concurrency {
    constexpr concurrency(int fixed) : min(fixed), max(fixed) {}
    constexpr concurrency(int least, int most) : min(least), max(most) {}
    int min, max;
};

/// How a handler is run: `{.concurrency = 8}`, `{.concurrency = {1, 64}, .prefetch = 0}`. With more than one
/// call at once it must be thread-safe.
struct handler_options {
    /// Calls at once, each in a thread of its own: 1 to 10,000. With several lanes, of each.
    fanout::concurrency concurrency = 1;
    /// Most tasks that are claimed beyond those that run: 0 to 100,000. No more than a fifth of a second's
    /// work is in any case.
    int prefetch = 2000;
    /// Connections that claim for it, 1 to 64, each with threads of its own: for handlers so fast that one
    /// connection can't keep them busy.
    int lanes = 1;
};

/// Where handlers are registered: a worker, or for a plugin the daemon that loads it.
class FANOUT_SHARED registry {
public:
    virtual ~registry() = default;

    /// Registers a handler under the name that add_step gives. Throws std::invalid_argument where there is
    /// one of that name, it is no handler's name (empty, or with a colon), or an option is out of range.
    void handle(const std::string& name, handler function, const handler_options& options = {}) {
        add(name, std::move(function), options);
    }

private:
    virtual void add(const std::string& name, handler function, const handler_options& options) = 0;
};

}  // namespace v1
}  // namespace fanout
