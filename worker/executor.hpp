// Executors run claimed tasks on threads of their own and hand outcomes back.
#pragma once

#include "task.hpp"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace fanout::worker_detail {

/// Executes one task at a time; each thread has one of its own.
class runner {
public:
    virtual ~runner() = default;
    /// Returns the output as JSON text; throws attempt_failed. `deadline` and the claim's stop token are to
    /// be heeded.
    virtual std::string run(const claimed_task& task, std::chrono::steady_clock::time_point deadline) = 0;
};

using outcome_sink = std::function<void(std::vector<outcome>)>;
/// The sink is for outcomes that a runner reports otherwise than by returning.
using runner_factory = std::function<std::unique_ptr<runner>(outcome_sink)>;

/// A fixed number of threads, each with a runner, on one queue.
class executor {
public:
    /// @param most_at_once  how many tasks a thread takes from the queue: above 1 for handlers so fast that
    ///                      the queue's lock would count
    executor(int threads, size_t most_at_once, runner_factory make_runner, outcome_sink sink);
    /// Stops all that runs and waits for the threads.
    ~executor();

    void submit(std::vector<claimed_task> tasks);
    /// Takes the tasks of a claim out of the queue, as far as they haven't begun; returns how many.
    size_t drop(int64_t claim_id);
    /// Empties the queue; returns how many tasks were in it.
    size_t drop_all();
    /// Whether nothing runs.
    bool is_idle() const { return running_ == 0; }

private:
    void work(std::stop_token stop);
    std::vector<claimed_task> take(std::stop_token stop);

    runner_factory make_runner_;
    outcome_sink sink_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<claimed_task> queue_;
    std::atomic<size_t> running_ = 0;  // tasks that threads have taken
    size_t share_;
    size_t most_at_once_;
    std::vector<std::jthread> threads_;
};

}  // namespace fanout::worker_detail
