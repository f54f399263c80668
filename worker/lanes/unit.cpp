#include "lanes/unit.hpp"

#include "base/log.hpp"

#include <algorithm>
#include <utility>

namespace fanout::worker_detail {

unit::unit(lane_settings settings, lane_watch watch, concurrency_range concurrency,
           const executor_factory& make_executor)
    : lane_(std::move(settings), std::move(watch)), slots_(lane_.settings().slots) {
    executor_ = make_executor([this](std::vector<outcome> done) { finish(std::move(done)); });
    if (!concurrency.adapts()) return;
    control_.emplace(concurrency, std::chrono::steady_clock::now());
    set_concurrency(control_->limit());
}

unit::unit(lane_settings settings, lane_watch watch, int server_connections)
    : lane_(std::move(settings), std::move(watch)), slots_(lane_.settings().slots) {
    server_ = std::make_unique<server_pool>(server_connections, lane_.settings().connection, lane_);
}

void unit::start() {
    thread_ = std::jthread([this] {
        lane_.run(*this);
        ended_ = true;
    });
}

void unit::abandon() {
    lane_.abandon();
    if (server_) server_->abandon();
}

void unit::end_pauses() {
    lane_.end_pause();
    if (server_) server_->end_pauses();
}

void unit::finish(std::vector<outcome> done) {
    if (control_) adapt(done);
    if (executor_->is_on_hold() != on_hold_) heed_hold();
    lane_.finish(std::move(done));
}

void unit::adapt(const std::vector<outcome>& done) {
    const auto now = std::chrono::steady_clock::now();
    const bool others_wait = executor_->has_waiting();
    std::lock_guard lock(mutex_);
    const int before = control_->limit();
    const bool is_busy = load_.is_busy(now);
    if (is_busy != std::exchange(machine_is_busy_, is_busy)) {
        log::debug(is_busy ? "the machine is busy" : "the machine is no longer busy");
    }
    control_->set_machine_is_busy(is_busy);
    for (const outcome& o : done) {
        if (!o.goes_back)
            control_->add({o.took, o.error ? std::optional(o.cause) : std::nullopt, others_wait}, now);
    }
    if (control_->limit() != before) set_concurrency(control_->limit());
}

/// Before what goes back is handed in, so that the same call doesn't claim it again.
void unit::heed_hold() {
    std::lock_guard lock(mutex_);
    on_hold_ = executor_->is_on_hold();
    set_slots(slots_);
}

void unit::set_slots(int slots) {
    slots_ = slots;
    lane_.set_slots(on_hold_ ? 0 : slots);
}

/// Some more are claimed than may run, so that the next one is there when one ends: else nobody could tell
/// whether more at once would be faster.
void unit::set_concurrency(int tasks) {
    executor_->set_concurrency(tasks);
    set_slots(tasks + std::max(1, tasks / 4));
    lane_.watch().status->limit = tasks;
    log::debug("concurrency",
               {{"handlers", lane_.settings().handlers.front()}, {"tasks", std::to_string(tasks)}});
}

void unit::submit(std::vector<claimed_task> tasks) {
    executor_->submit(std::move(tasks));
}

void unit::submit_claim(const std::string& kind, std::shared_ptr<claim> c, int tasks) {
    server_->submit(kind, std::move(c), tasks);
}

size_t unit::drop(int64_t claim_id) {
    return executor_ ? executor_->drop(claim_id) : server_->drop(claim_id);
}

size_t unit::drop_all() {
    return executor_ ? executor_->drop_all() : server_->drop_all();
}

}  // namespace fanout::worker_detail
