#include "executor.hpp"

#include "output_text.hpp"

#include <algorithm>
#include <utility>

namespace fanout::worker_detail {
namespace {

constexpr std::chrono::milliseconds longest_hold{1};

/// Returns nothing where the runner has reported the end of the attempt otherwise.
std::optional<outcome> run_one(runner& r, const claimed_task& task) {
    outcome result{task.of->claim_id, task.index, {}, {}, false};
    try {
        if (task.of->stop.stop_requested())
            throw attempt_failed("stopped: its run has ended or its claim is gone");
        result.output = r.run(task, std::chrono::steady_clock::now() + task.of->timeout);
        check_output(result.output);
    } catch (const already_reported&) {
        return std::nullopt;
    } catch (const attempt_failed& e) {
        result.error = clean_error(e.what());
        result.final = e.final;
    } catch (const std::exception& e) {
        result.error = clean_error(e.what());
    } catch (...) {
        result.error = "an exception that is no std::exception";
    }
    return result;
}

}  // namespace

executor::executor(int threads, size_t most_at_once, runner_factory make_runner, outcome_sink sink)
    : make_runner_(std::move(make_runner)), sink_(std::move(sink)), share_(static_cast<size_t>(threads)),
      most_at_once_(most_at_once) {
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this](std::stop_token stop) { work(stop); });
}

executor::~executor() {
    for (std::jthread& thread : threads_) thread.request_stop();
}

void executor::submit(std::vector<claimed_task> tasks) {
    {
        std::lock_guard lock(mutex_);
        std::move(tasks.begin(), tasks.end(), std::back_inserter(queue_));
    }
    changed_.notify_all();
}

size_t executor::drop(int64_t claim_id) {
    std::lock_guard lock(mutex_);
    return std::erase_if(queue_, [&](const claimed_task& t) { return t.of->claim_id == claim_id; });
}

size_t executor::drop_all() {
    std::lock_guard lock(mutex_);
    const size_t dropped = queue_.size();
    queue_.clear();
    return dropped;
}

/// Several at once, so that threads and lanes don't meet at the locks for every task; but never more than a
/// fair share.
std::vector<claimed_task> executor::take(std::stop_token stop) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, stop, [&] { return !queue_.empty(); });
    if (stop.stop_requested()) return {};
    const size_t count = std::clamp(queue_.size() / share_ / 2, size_t{1}, most_at_once_);
    std::vector<claimed_task> taken(
        std::make_move_iterator(queue_.begin()),
        std::make_move_iterator(queue_.begin() + static_cast<std::ptrdiff_t>(count)));
    queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(count));
    running_ += count;
    return taken;
}

void executor::work(std::stop_token stop) {
    const std::unique_ptr<runner> r = make_runner_(sink_);
    std::vector<outcome> done;
    while (!stop.stop_requested()) {
        auto held_since = std::chrono::steady_clock::now();
        for (const claimed_task& task : take(stop)) {
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
