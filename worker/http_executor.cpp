#include "http_executor.hpp"

#include "open_file_limit.hpp"

#include <algorithm>
#include <utility>

namespace fanout::worker_detail {
namespace {

// Each may look up a name in a thread of its own, or shake hands: that many at once, and the others find
// connections, or at least the name, there.
constexpr size_t most_unconnected = 64;

// Of the rest of the daemon: connections to the server, pipes of children.
constexpr size_t other_open_files = 200;

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
        while (std::optional<claimed_task> task = take()) begin(std::move(*task));
        loop_.run_once();
        collect_ended();
        if (some_are_unwanted_.exchange(false)) stop_transfers(false);
        if (!done_.empty()) sink_(std::exchange(done_, {}));
    }
    stop_transfers(true);
    if (!done_.empty()) sink_(std::exchange(done_, {}));
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
            keep(transfer, transfer.end(transfer.result(how)));
        }
    }
}

void http_executor::stop_transfers(bool all) {
    for (const auto& transfer : transfers_) {
        if (!transfer->is_under_way() || (!all && !transfer->is_unwanted())) continue;
        loop_.remove(transfer->handle());
        keep(*transfer, transfer->stop());
    }
}

void http_executor::keep(http_transfer& transfer, outcome o) {
    done_.push_back(std::move(o));
    free_.push_back(&transfer);
    --running_;
}

}  // namespace fanout::worker_detail
