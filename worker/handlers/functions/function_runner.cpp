#include "handlers/functions/function_runner.hpp"

#include "base/json_text.hpp"
#include "base/log.hpp"

#include <algorithm>
#include <utility>

namespace fanout::worker_detail {
namespace {

constexpr std::chrono::milliseconds watch_interval{100};
constexpr size_t tasks_a_thread_takes = 64;

/// Fails the attempt whose time is up, and leaves its call alone: a thread can't be ended from outside.
void give_up(call_watch::call& c) {
    const claimed_task& task = *c.task;
    const std::string error = c.clock->is_silent() ? c.clock->failure().what()
                                                   : "did not return within its timeout of " +
                                                         std::to_string(task.of->timeout.count()) + " ms";
    log::error("handler is overdue", {{"handler", task.of->handler}, {"task", task.key()}});
    c.sink({{task.of->claim_id, task.index, {}, error, false, failure_cause::timeout, c.clock->taken()}});
    c.task = nullptr;
}

/// What becomes of the handler's exception.
[[noreturn]] void fail(const std::exception_ptr& thrown, bool was_stopped) {
    try {
        std::rethrow_exception(thrown);
    } catch (const final_error& e) {
        throw attempt_failed(e.what(), true);
    } catch (const retry_error& e) {
        throw attempt_failed(e.what(), std::max(e.wait(), std::chrono::milliseconds(0)));
    } catch (const std::exception& e) {
        throw attempt_failed(e.what(), was_stopped ? failure_cause::stopped : failure_cause::handler);
    }
}

void check(call_watch::call& c, std::chrono::steady_clock::time_point now) {
    std::lock_guard lock(c.mutex);
    if (!c.task) return;
    const bool overdue = c.clock->is_over(now);
    if (overdue || c.task->of->stop.stop_requested()) c.stop.request_stop();
    if (overdue) give_up(c);
}

}  // namespace

call_watch::call_watch() : thread_([this](std::stop_token stop) { watch(stop); }) {}

void call_watch::add(std::shared_ptr<call> c) {
    std::lock_guard lock(mutex_);
    calls_.push_back(std::move(c));
}

void call_watch::watch(std::stop_token stop) {
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
        for (const std::shared_ptr<call>& c : calls_) check(*c, std::chrono::steady_clock::now());
        ended_.wait_for(lock, stop, watch_interval, [] { return false; });
    }
}

function_runner::function_runner(const handler& function, std::shared_ptr<call_watch> watch,
                                 outcome_sink sink)
    : function_(function), watch_(std::move(watch)), call_(std::make_shared<call_watch::call>()) {
    call_->sink = std::move(sink);
    watch_->add(call_);
}

void function_runner::begin(const claimed_task& task, attempt_clock clock) {
    std::lock_guard lock(call_->mutex);
    call_->task = &task;
    call_->clock = clock;
    if (call_->stop.stop_requested()) call_->stop = {};
}

bool function_runner::end() {
    std::lock_guard lock(call_->mutex);
    return std::exchange(call_->task, nullptr) != nullptr;
}

/// A call that was given up, or has returned, has no say any more.
void function_runner::heartbeat(std::string details) {
    try {
        check_json(details);
    } catch (const json_error& e) {
        throw std::invalid_argument(std::string("the heartbeat is no valid JSON: ") + e.what());
    }
    std::lock_guard lock(call_->mutex);
    if (!call_->task) return;
    call_->clock->heard(std::chrono::steady_clock::now());
    const claimed_task& task = *call_->task;
    if (task.of->report) task.of->report(task.index, std::move(details));
}

std::string function_runner::run(const claimed_task& task, attempt_clock clock) {
    const claim& c = *task.of;
    begin(task, clock);
    const std::string input = task.whole_input();
    fanout::task t{c.run_id,      c.flow_slug,      c.step_slug,
                   task.index,    c.attempt,        input,
                   task.progress, clock.deadline(), call_->stop.get_token(),
                   *this};
    std::string output;
    std::exception_ptr thrown;
    try {
        output = function_(t);
    } catch (...) {
        thrown = std::current_exception();
    }
    if (!end()) throw already_reported();
    if (thrown) fail(thrown, c.stop.stop_requested());
    return output;
}

executor_factory make_executors(const handler& function, int threads) {
    return [&function, threads, watch = std::make_shared<call_watch>()](outcome_sink to) {
        runner_factory make_runner = [&function, watch](outcome_sink sink) {
            return std::make_unique<function_runner>(function, watch, std::move(sink));
        };
        return std::make_unique<thread_executor>(threads, tasks_a_thread_takes, std::move(make_runner),
                                                 std::move(to));
    };
}

executor_factory make_executors(const plugin_settings& settings, const std::string&,
                                concurrency_range concurrency) {
    return make_executors(*settings.function, concurrency.max);
}

}  // namespace fanout::worker_detail
