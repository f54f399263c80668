// libfanoutworker: handlers in C++, in a process that speaks to the database as fanoutd does.
//
//     #include <fanout/worker.hpp>
//     int main(int argc, char** argv) {
//         fanout::worker w(argc, argv);
//         w.handle("greet", [](fanout::task& t) { return R"({"hello": )" + t.input + "}"; });
//         return w.run();
//     }
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <stdexcept>
#include <stop_token>
#include <string>

namespace fanout {

/// One attempt at one task, as a handler gets it.
struct task {
    const std::string& run_id;
    const std::string& flow_slug;
    const std::string& step_slug;
    int index;                 ///< 0 to N-1 in a fan-out
    int attempt;               ///< 1-based; (run, step, index, attempt) is an idempotency key
    const std::string& input;  ///< JSON text
    std::chrono::steady_clock::time_point deadline;  ///< when the attempt's time is up
    std::stop_token stop_token;  ///< stop is requested when time is up (the attempt has failed then), or the
                                 ///< result is not wanted any more
};

/// Thrown by a handler: the task has failed and is not retried. Any other exception is a failed attempt.
class final_error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Returns the task's output as JSON text.
using handler = std::function<std::string(task&)>;

/// How a C++ handler is run. With more than one thread, of one lane or of several, it must be thread-safe.
struct handler_options {
    /// Threads of a lane that call it.
    int concurrency = 1;
    /// Most tasks that a lane claims beyond those that run; no more than a fifth of a second's work is.
    int prefetch = 2000;
    /// Connections that claim for it, each with threads of its own: for handlers so fast that one connection
    /// can't keep them busy.
    int lanes = 1;
};

/// A worker process with handlers of its own. Takes fanoutd's options, and its configuration file's handlers,
/// too.
class worker {
public:
    worker(int argc, char** argv) : argc_(argc), argv_(argv) {}

    /// Registers a handler under the name that add_step gives.
    void handle(const std::string& name, handler function, handler_options options = {}) {
        functions_[name] = {std::move(function), options};
    }

    /// Works until it is told to stop. Returns the exit status: see `fanoutd --help`.
    int run();

private:
    int argc_;
    char** argv_;
    std::map<std::string, std::pair<handler, handler_options>> functions_;
};

}  // namespace fanout
