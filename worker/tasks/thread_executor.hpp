// Runs tasks on threads of its own, one at a time each.
#pragma once

#include "tasks/attempt_clock.hpp"
#include "tasks/executor.hpp"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <thread>
#include <vector>

namespace fanout::worker_detail {

/// Executes one task at a time; each thread has one of its own.
class runner {
public:
    virtual ~runner() = default;
    /// Returns the output as JSON text; throws attempt_failed. The clock and the claim's stop token are to be
    /// heeded.
    virtual std::string run(const claimed_task& task, attempt_clock clock) = 0;
};

/// The sink is for outcomes that a runner reports otherwise than by returning.
using runner_factory = std::function<std::unique_ptr<runner>(outcome_sink)>;

/// Threads, each with a runner, on one queue.
class thread_executor final : public executor {
public:
    /// @param threads       as many as may ever run at once
    /// @param most_at_once  how many tasks a thread takes from the queue: above 1 for handlers so fast that
    ///                      the queue's lock would count
    thread_executor(int threads, size_t most_at_once, runner_factory make_runner, outcome_sink sink);
    ~thread_executor() override;

    void set_concurrency(int tasks) override;
    bool is_idle() const override { return running_ == 0; }

private:
    void wake() override { changed_.notify_all(); }
    void work(std::stop_token stop);
    /// Waits for tasks. @param was_busy  whether the thread has just done some
    std::vector<claimed_task> take(std::stop_token stop, bool was_busy);

    runner_factory make_runner_;
    outcome_sink sink_;
    std::condition_variable_any changed_;
    std::atomic<size_t> running_ = 0;  // tasks that threads have taken
    size_t busy_ = 0;                  // threads that have taken some
    const size_t thread_count_;
    size_t most_busy_;
    size_t most_at_once_;
    std::vector<std::jthread> threads_;
};

}  // namespace fanout::worker_detail
