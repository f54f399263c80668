#include "handlers/http/http_executor.hpp"

#include "base/log.hpp"
#include "base/open_file_limit.hpp"

#include <algorithm>
#include <utility>

namespace fanout::worker_detail {
namespace {

// Each may look up a name in a thread of its own, or shake hands: that many at once, and the others find
// connections, or at least the name, there.
constexpr size_t most_unconnected = 64;

// Of the rest of the daemon: connections to the server, pipes of children.
constexpr size_t other_open_files = 200;

// A service that limits its rate may refuse several times a second.
constexpr std::chrono::minutes between_warnings{1};

// Of what hasn't begun, while the service wants to be left alone.
constexpr std::chrono::seconds longest_patience{5};

/// The service hasn't done it, and says when to come again.
bool is_refusal(const outcome& o) {
    return o.error && !o.final && o.cause == failure_cause::overload && o.retry_after.count() > 0;
}

}  // namespace

http_executor::http_executor(http_settings settings, int most, outcome_sink sink)
    : settings_(std::move(settings)), filter_(settings_.allow_addresses), sink_(std::move(sink)), most_(most),
      most_running_(static_cast<size_t>(most)), loop_(most),
      thread_([this](std::stop_token stop) { work(stop); }) {
    raise_open_file_limit(static_cast<size_t>(most) + other_open_files);
}

http_executor::~http_executor() {
    thread_.request_stop();
    wake();
    thread_.join();
}

void http_executor::set_concurrency(int tasks) {
    {
        std::lock_guard lock(mutex_);
        most_running_ = static_cast<size_t>(std::clamp(tasks, 1, most_));
    }
    wake();
}

void http_executor::work(std::stop_token stop) {
    while (!stop.stop_requested()) {
        const clock::time_point until = begin_some();
        hand_in();
        loop_.run_once(until);
        let_others_connect();
        collect_ended();
        if (some_are_unwanted_.exchange(false)) stop_transfers(false);
    }
    stop_transfers(true);
    hand_in();
}

/// Those that wait whether a connection can be shared need ones of their own where it turns out to be HTTP/1.1.
/// Some versions of libcurl (8.22) tell them only when the first answer has come, which may take as long as a task.
void http_executor::let_others_connect() {
    if (std::exchange(connections_.has_new, false) && connections_.missing > 0) loop_.look_again();
}

void http_executor::hand_in() {
    if (!done_.empty() || std::exchange(hold_has_changed_, false)) sink_(std::exchange(done_, {}));
}

http_executor::clock::time_point http_executor::begin_some() {
    for (;;) {
        const auto now = clock::now();
        give_up_late(now);
        if (pace_.held_until() <= now) set_on_hold(false);
        if (is_on_hold_) give_back_waiting();
        if (pace_.next() > now) return pace_.next();
        if (!begin_next()) return clock::time_point::max();
        pace_.began(now);
    }
}

/// Those that were refused come before those that have not begun. Returns false where there is neither.
bool http_executor::begin_next() {
    if (begin_refused()) return true;
    std::optional<claimed_task> task = take();
    if (task) begin(std::move(*task));
    return task.has_value();
}

bool http_executor::begin_refused() {
    if (refused_.empty()) return false;
    http_transfer& transfer = *refused_.front().transfer;
    refused_.pop_front();
    transfer.repeat();
    loop_.add(transfer.handle());
    return true;
}

std::optional<claimed_task> http_executor::take() {
    std::lock_guard lock(mutex_);
    if (queue_.empty() || running_ >= most_running_ || connections_.missing >= most_unconnected)
        return std::nullopt;
    claimed_task task = std::move(queue_.front());
    queue_.pop_front();
    ++running_;
    return task;
}

void http_executor::begin(claimed_task task) {
    http_transfer& transfer = free_transfer();
    transfer.begin(std::move(task), [this] {
        if (!some_are_unwanted_.exchange(true)) wake();
    });
    if (transfer.is_unwanted()) {
        keep(transfer, transfer.stop());
    } else {
        loop_.add(transfer.handle());
    }
}

http_transfer& http_executor::free_transfer() {
    if (free_.empty()) {
        transfers_.push_back(std::make_unique<http_transfer>(settings_, filter_, connections_));
        return *transfers_.back();
    }
    http_transfer& transfer = *free_.back();
    free_.pop_back();
    return transfer;
}

void http_executor::collect_ended() {
    while (const auto ended = loop_.next_ended()) {
        const auto [handle, how] = *ended;
        http_transfer& transfer = http_transfer::of(handle);
        loop_.remove(handle);
        if (transfer.goes_on(how)) {
            loop_.add(transfer.handle());
        } else {
            finish(transfer, transfer.result(how));
        }
    }
}

/// A request that was refused is no attempt, as long as there is time to send it again.
void http_executor::finish(http_transfer& transfer, outcome o) {
    if (!is_refusal(o)) return keep(transfer, transfer.end(std::move(o)));
    hold(transfer, o);
    refused_.push_back({&transfer, std::move(o)});
}

void http_executor::hold(const http_transfer& transfer, const outcome& refusal) {
    const auto now = clock::now();
    const bool is_news = pace_.refused(transfer.sent_at(), now, refusal.retry_after);
    if (pace_.held_until() - now > longest_patience) set_on_hold(true);
    if (!is_news) return;
    const bool is_known = warned_at_ && now - *warned_at_ < between_warnings;
    if (!is_known) warned_at_ = now;
    const auto say = is_known ? log::debug : log::warn;
    say("the service wants to be left alone",
        {{"handler", transfer.handler()},
         {"for_ms", std::to_string(refusal.retry_after.count())},
         {"then_per_second", std::to_string(pace_.rate(pace_.held_until()).value_or(0))}});
}

/// Ends the attempts whose time will be up before their request may be sent again.
void http_executor::give_up_late(clock::time_point now) {
    if (refused_.empty()) return;
    const auto is_late = [until = std::max(now, pace_.held_until())](const refused_request& r) {
        return r.transfer->until() <= until;
    };
    for (refused_request& r : refused_) {
        if (is_late(r)) keep(*r.transfer, r.transfer->end(std::move(r.refusal)));
    }
    std::erase_if(refused_, [](const refused_request& r) { return !r.transfer->is_under_way(); });
}

void http_executor::set_on_hold(bool is) {
    if (is_on_hold_.exchange(is) != is) hold_has_changed_ = true;
}

/// Another daemon may have another way to the service, and this one's end isn't to be waited for.
void http_executor::give_back_waiting() {
    std::lock_guard lock(mutex_);
    for (const claimed_task& task : std::exchange(queue_, {})) {
        outcome back{};
        back.claim_id = task.of->claim_id;
        back.index = task.index;
        back.goes_back = true;
        done_.push_back(std::move(back));
    }
}

void http_executor::stop_transfers(bool all) {
    for (const auto& transfer : transfers_) {
        if (!transfer->is_under_way() || (!all && !transfer->is_unwanted())) continue;
        loop_.remove(transfer->handle());
        keep(*transfer, transfer->stop());
    }
    std::erase_if(refused_, [](const refused_request& r) { return !r.transfer->is_under_way(); });
}

void http_executor::keep(http_transfer& transfer, outcome o) {
    o.retry_after = pace_.a_little_more_than(o.retry_after);
    done_.push_back(std::move(o));
    free_.push_back(&transfer);
    --running_;
}

executor_factory make_executors(const http_settings& settings, const std::string&,
                                concurrency_range concurrency) {
    return [settings, most = concurrency.max](outcome_sink to) {
        return std::make_unique<http_executor>(settings, most, std::move(to));
    };
}

}  // namespace fanout::worker_detail
