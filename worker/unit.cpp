#include "unit.hpp"

namespace fanout::worker_detail {

unit::unit(lane_settings settings, const executor_factory& make_executor) : lane_(std::move(settings)) {
    executor_ = make_executor([this](std::vector<outcome> done) { lane_.finish(std::move(done)); });
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

void unit::abandon() {
    lane_.abandon();
    if (server_) server_->abandon();
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

size_t unit::drop_all() {
    return executor_ ? executor_->drop_all() : server_->drop_all();
}

}  // namespace fanout::worker_detail
