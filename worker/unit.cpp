#include "unit.hpp"

namespace fanout::worker_detail {

unit::unit(lane_settings settings, size_t most_at_once, runner_factory make_runner)
    : lane_(std::move(settings)) {
    executor_ =
        std::make_unique<executor>(lane_.settings().slots, most_at_once, std::move(make_runner),
                                   [this](std::vector<outcome> done) { lane_.finish(std::move(done)); });
}

unit::unit(lane_settings settings, int server_connections) : lane_(std::move(settings)) {
    server_ = std::make_unique<server_pool>(server_connections, lane_.settings().connection, lane_);
}

void unit::start() {
    thread_ = std::jthread([this] {
        lane_.run(*this);
        ended_ = true;
    });
}

void unit::drain() {
    lane_.drain(executor_ ? executor_->drop_all() : 0);
}

void unit::submit(std::vector<claimed_task> tasks) {
    executor_->submit(std::move(tasks));
}

void unit::submit_claim(const std::string& kind, std::shared_ptr<claim> c, int tasks) {
    server_->submit(kind, std::move(c), tasks);
}

size_t unit::drop(int64_t claim_id) {
    return executor_ ? executor_->drop(claim_id) : 0;
}

}  // namespace fanout::worker_detail
