#include "server/server_loop.hpp"

#include "base/log.hpp"
#include "base/stoppable_pause.hpp"

#include <algorithm>
#include <utility>

namespace fanout::worker_detail {

server_loop::server_loop(const std::string& connection_string, std::shared_ptr<loop_status> status, body work,
                         std::function<void()> lost)
    : connection_(connection_string), status_(std::move(status)), work_(std::move(work)),
      lost_(std::move(lost)), thread_([this](std::stop_token stop) { run(stop); }) {}

void server_loop::run(std::stop_token stop) {
    log::set_database(status_->database);
    while (!stop.stop_requested()) {
        try {
            work_(stop);
        } catch (const connection_lost& e) {
            log::warn("no connection", {{"loop", status_->name}, {"reason", e.what()}});
            status_->set_disconnected(e.what());
            lost_();
        } catch (const server_error& e) {
            if (status_->note_refused(refusal_of_all(e.sqlstate))) {
                log::error("the server refused",
                           {{"loop", status_->name}, {"reason", e.what()}, {"sqlstate", e.sqlstate}});
            }
            connection_.disconnect();
            status_->set_disconnected(e.what());
        }
        status_->turn();
        pause(std::min(backoff_.next(), longest_pause_), stop);
    }
    status_->end();
}

bool server_loop::note_connected() {
    backoff_ = {};
    status_->refused_because = nullptr;
    return status_->set_connected();
}

}  // namespace fanout::worker_detail
