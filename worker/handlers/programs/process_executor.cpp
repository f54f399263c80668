#include "handlers/programs/process_executor.hpp"

#include "base/log.hpp"
#include "tasks/attempt_errors.hpp"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstring>
#include <system_error>
#include <utility>

namespace fanout::worker_detail {
namespace {

constexpr std::chrono::milliseconds look_interval{50};

/// What an event is about: 0 is the executor itself, else a child's number and one of its streams.
enum stream : uint64_t { input, output, errors, end, streams };

descriptor checked(int fd, const char* what) {
    if (fd < 0) throw std::system_error(errno, std::generic_category(), what);
    return descriptor(fd);
}

outcome failed(const claimed_task& task, const attempt_failed& why) {
    outcome o{};
    o.claim_id = task.of->claim_id;
    o.index = task.index;
    note_failure(o, why);
    return o;
}

}  // namespace

process_executor::process_executor(std::string handler, process_settings settings, int min, int max,
                                   outcome_sink sink)
    : handler_(std::move(handler)), settings_(std::move(settings)), command_(settings_.what_to_start()),
      min_(static_cast<size_t>(min)), max_(static_cast<size_t>(max)), sink_(std::move(sink)),
      concurrency_(max_), events_(checked(epoll_create1(EPOLL_CLOEXEC), "epoll_create1")),
      woken_(checked(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd")) {
    watch(EPOLL_CTL_ADD, woken_, EPOLLIN, 0);
    thread_ = std::jthread([this](std::stop_token stop) { work(stop); });
}

process_executor::~process_executor() {
    thread_.request_stop();
    wake();
    thread_.join();
}

// -- what other threads call --------------------------------------------------------------------------------

void process_executor::set_concurrency(int tasks) {
    {
        std::lock_guard lock(mutex_);
        concurrency_ = std::clamp(static_cast<size_t>(tasks), size_t{1}, max_);
    }
    wake();
}

void process_executor::wake() {
    eventfd_write(woken_.get(), 1);
}

/// A fair share of what waits, so that no child has much to do while others have nothing.
std::vector<claimed_task> process_executor::take(size_t most) {
    std::lock_guard lock(mutex_);
    const size_t count = std::min(
        queue_.size(), std::clamp(queue_.size() / concurrency_, size_t{1}, std::max(most, size_t{1})));
    const auto last = queue_.begin() + static_cast<std::ptrdiff_t>(count);
    std::vector<claimed_task> taken(std::make_move_iterator(queue_.begin()), std::make_move_iterator(last));
    queue_.erase(queue_.begin(), last);
    running_ += count;
    return taken;
}

/// What a child left undone is the next to be done.
void process_executor::take_back() {
    if (results_.unbegun.empty()) return;
    std::vector<claimed_task> unbegun = std::exchange(results_.unbegun, {});
    std::lock_guard lock(mutex_);
    queue_.insert(queue_.begin(), std::make_move_iterator(unbegun.begin()),
                  std::make_move_iterator(unbegun.end()));
    running_ -= unbegun.size();
}

// -- the thread ---------------------------------------------------------------------------------------------

void process_executor::work(std::stop_token stop) {
    while (!stop.stop_requested() || !children_.empty()) {
        const auto now = clock::now();
        look_after_children(now, stop.stop_requested());
        if (!stop.stop_requested()) {
            // In this order: where the program can't be started, a task that waits for it is to say so.
            hand_out(now);
            start_minimum(now);
        }
        deliver();
        if (!stop.stop_requested() || !children_.empty()) wait_for_events();
    }
}

void process_executor::deliver() {
    if (results_.outcomes.empty()) return;
    const size_t count = results_.outcomes.size();
    sink_(std::exchange(results_.outcomes, {}));
    running_ -= count;
}

void process_executor::wait_for_events() {
    std::array<epoll_event, 64> happened;
    const int count = epoll_wait(events_.get(), happened.data(), static_cast<int>(happened.size()),
                                 wait_time(clock::now()));
    const auto now = clock::now();
    active_.clear();
    for (int i = 0; i < count; ++i) handle(happened[static_cast<size_t>(i)].data.u64, now);
    take_back();
}

/// Until something is due.
int process_executor::wait_time(clock::time_point now) const {
    if (children_.size() > idle_.size()) return static_cast<int>(look_interval.count());
    auto due = clock::time_point::max();
    if (idle_.size() > min_) due = children_.at(idle_.front()).child->idle_since() + settings_.idle_timeout;
    if (idle_.size() < min_ || has_waiting()) due = std::min(due, backoff_.not_before());
    if (due == clock::time_point::max()) return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(due - now).count();
    return static_cast<int>(std::clamp<int64_t>(left, 0, INT_MAX));
}

void process_executor::handle(uint64_t event, clock::time_point now) {
    if (event == 0) {
        eventfd_t count = 0;
        eventfd_read(woken_.get(), &count);
        return;
    }
    const number n = event / streams;
    const auto found = children_.find(n);
    if (found == children_.end()) return;
    process_child& c = *found->second.child;
    switch (event % streams) {
    case input:
        c.input_is_writable();
        break;
    case output:
        c.output_is_readable(now);
        break;
    case errors:
        c.errors_are_readable();
        break;
    default:
        c.end(now, program_works());
    }
    settle(n, now);
    active_.push_back(n);
}

/// Puts a child where it belongs after something may have changed.
void process_executor::settle(number n, clock::time_point now) {
    const auto found = children_.find(n);
    process_child& c = *found->second.child;
    if (c.is_used_up()) c.retire(now);
    if (c.has_answered()) backoff_.answered(c.started());
    const place to = c.is_idle() ? place::idle : c.is_working() ? place::working : place::leaving;
    const place from = std::exchange(found->second.at, to);
    if (from != to) {
        if (from == place::idle) idle_.erase(std::find(idle_.rbegin(), idle_.rend(), n).base() - 1);
        if (to == place::idle) idle_.push_back(n);
        if (from == place::working) --working_;
        if (to == place::working) ++working_;
    }
    if (c.has_failed()) backoff_.failed(c.started(), now);
    if (c.has_ended()) {
        children_.erase(found);
    } else if (c.wants_to_write() != found->second.watches_input) {
        // Not watched it must be otherwise: that nobody reads is always an event.
        found->second.watches_input = c.wants_to_write();
        watch(c.wants_to_write() ? EPOLL_CTL_ADD : EPOLL_CTL_DEL, c.process().input, EPOLLOUT,
              n * streams + input);
    }
}

void process_executor::look_after_children(clock::time_point now, bool stopping) {
    if (now < next_look_ && !stopping) return;
    next_look_ = now + look_interval;
    for (auto& [n, m] : children_) {
        if (stopping) m.child->stop(now);
        if (m.at == place::idle && !stopping) continue;
        m.child->look(now);
        settle(n, now);
    }
    end_idle(now);
}

void process_executor::end_idle(clock::time_point now) {
    while (!idle_.empty() && idle_.size() + working_ > min_) {
        const number oldest = idle_.front();
        process_child& c = *children_.at(oldest).child;
        if (now < c.idle_since() + settings_.idle_timeout) return;
        c.retire(now);
        settle(oldest, now);
    }
}

void process_executor::start_minimum(clock::time_point now) {
    while (idle_.size() + working_ < min_ && backoff_.allows_start(now)) {
        try {
            start_child(now);
        } catch (const attempt_failed& e) {
            log::warn("child not started", {{"handler", handler_}, {"reason", e.what()}});
            backoff_.failed(now, now);
        }
    }
}

void process_executor::start_child(clock::time_point now) {
    const number n = ++last_number_;
    backoff_.started(now);
    auto made = std::make_unique<process_child>(handler_, settings_, command_, results_);
    const child& c = made->process();
    watch(EPOLL_CTL_ADD, c.output, EPOLLIN, n * streams + output);
    watch(EPOLL_CTL_ADD, c.errors, EPOLLIN, n * streams + errors);
    watch(EPOLL_CTL_ADD, c.end, EPOLLIN, n * streams + end);
    children_[n] = {std::move(made), place::leaving, false};
    settle(n, now);
}

void process_executor::watch(int operation, const descriptor& d, uint32_t events, uint64_t event) const {
    epoll_event wanted{};
    wanted.events = events;
    wanted.data.u64 = event;
    epoll_ctl(events_.get(), operation, d.get(), &wanted);
}

// -- handing out --------------------------------------------------------------------------------------------

void process_executor::hand_out(clock::time_point now) {
    while (has_room_and_tasks()) {
        if (idle_.empty() && !start_for_task(now)) break;
        give(idle_.back(), now);
    }
    // Half a pipeline at a time is written and read at a time.
    const auto enough = static_cast<size_t>(settings_.pipeline + 1) / 2;
    for (const number n : std::exchange(active_, {})) {
        const auto found = children_.find(n);
        if (found != children_.end() && found->second.at == place::working &&
            found->second.child->room() >= enough) {
            give(n, now);
        }
    }
}

bool process_executor::has_room_and_tasks() const {
    std::lock_guard lock(mutex_);
    return working_ < concurrency_ && !queue_.empty();
}

/// Where the program can't be started and no child does the work, that is the next task's failure. Returns
/// whether there is a new child.
bool process_executor::start_for_task(clock::time_point now) {
    if (!backoff_.allows_start(now)) return false;
    try {
        start_child(now);
        return true;
    } catch (const attempt_failed& e) {
        backoff_.failed(now, now);
        if (program_works()) return false;
        for (const claimed_task& task : take(1)) results_.outcomes.push_back(failed(task, e));
        return false;
    }
}

bool process_executor::program_works() const {
    return std::any_of(children_.begin(), children_.end(),
                       [](const auto& entry) { return entry.second.child->has_answered(); });
}

void process_executor::give(number n, clock::time_point now) {
    process_child& c = *children_.at(n).child;
    std::vector<claimed_task> tasks = take(c.room());
    const auto wanted = std::stable_partition(
        tasks.begin(), tasks.end(), [](const claimed_task& t) { return !t.of->stop.stop_requested(); });
    std::for_each(wanted, tasks.end(),
                  [&](const claimed_task& t) { results_.outcomes.push_back(failed(t, stopped())); });
    tasks.erase(wanted, tasks.end());
    if (!tasks.empty()) c.give(std::move(tasks), writer_);
    settle(n, now);
}

executor_factory make_executors(const process_settings& settings, const std::string& handler,
                                concurrency_range concurrency) {
    return [=](outcome_sink to) {
        return std::make_unique<process_executor>(handler, settings, concurrency.min, concurrency.max,
                                                  std::move(to));
    };
}

}  // namespace fanout::worker_detail
