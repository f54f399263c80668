#include "tasks/thread_executor.hpp"

#include "tasks/attempt_errors.hpp"
#include "tasks/output_text.hpp"

#include <algorithm>
#include <utility>

namespace fanout::worker_detail {
namespace {

constexpr std::chrono::milliseconds longest_hold{1};

/// Returns nothing where the runner has reported the end of the attempt otherwise.
std::optional<outcome> run_one(runner& r, const claimed_task& task) {
    outcome result{task.of->claim_id, task.index, {}, {}};
    const auto began = std::chrono::steady_clock::now();
    try {
        if (task.of->stop.stop_requested()) throw stopped();
        result.output = r.run(task, attempt_clock(*task.of, began));
        check_output(result.output);
    } catch (const already_reported&) {
        return std::nullopt;
    } catch (const attempt_failed& e) {
        note_failure(result, e);
    } catch (const std::exception& e) {
        result.error = clean_error(e.what());
    } catch (...) {
        result.error = "an exception that is no std::exception";
    }
    result.took = std::chrono::steady_clock::now() - began;
    return result;
}

}  // namespace

thread_executor::thread_executor(int threads, size_t most_at_once, runner_factory make_runner,
                                 outcome_sink sink)
    : make_runner_(std::move(make_runner)), sink_(std::move(sink)),
      thread_count_(static_cast<size_t>(threads)), most_busy_(thread_count_), most_at_once_(most_at_once) {
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this](std::stop_token stop) { work(stop); });
}

thread_executor::~thread_executor() {
    for (std::jthread& thread : threads_) thread.request_stop();
}

/// Several at once, so that threads and lanes don't meet at the locks for every task; but never more than a
/// fair share.
std::vector<claimed_task> thread_executor::take(std::stop_token stop, bool was_busy) {
    std::unique_lock lock(mutex_);
    if (was_busy) --busy_;
    changed_.wait(lock, stop, [&] { return !queue_.empty() && busy_ < most_busy_; });
    if (stop.stop_requested()) return {};
    const size_t count = std::clamp(queue_.size() / most_busy_ / 2, size_t{1}, most_at_once_);
    std::vector<claimed_task> taken(
        std::make_move_iterator(queue_.begin()),
        std::make_move_iterator(queue_.begin() + static_cast<std::ptrdiff_t>(count)));
    queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(count));
    running_ += count;
    ++busy_;
    return taken;
}

void thread_executor::set_concurrency(int tasks) {
    {
        std::lock_guard lock(mutex_);
        most_busy_ = std::clamp(static_cast<size_t>(tasks), size_t{1}, thread_count_);
    }
    wake();
}

void thread_executor::work(std::stop_token stop) {
    const std::unique_ptr<runner> r = make_runner_(sink_);
    std::vector<outcome> done;
    bool is_busy = false;
    while (!stop.stop_requested()) {
        auto held_since = std::chrono::steady_clock::now();
        for (const claimed_task& task : take(stop, std::exchange(is_busy, true))) {
            if (auto result = run_one(*r, task)) done.push_back(std::move(*result));
            --running_;
            if (done.empty() || std::chrono::steady_clock::now() - held_since < longest_hold) continue;
            sink_(std::exchange(done, {}));
            held_since = std::chrono::steady_clock::now();
        }
        if (!done.empty()) sink_(std::exchange(done, {}));
    }
}

}  // namespace fanout::worker_detail
