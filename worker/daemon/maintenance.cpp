#include "daemon/maintenance.hpp"

#include "base/log.hpp"
#include "server/calls.hpp"

#include <algorithm>
#include <utility>

namespace fanout::worker_detail {
namespace {

constexpr std::chrono::milliseconds look_interval{100};
constexpr std::chrono::milliseconds longest_interval{5000}, shortest_interval{100};

}  // namespace

maintenance::maintenance(const std::string& connection_string, const unit_set& units, bool once,
                         database_watch& watched_by)
    : units_(units), once_(once), server_values_(watched_by.its_server_values()),
      loop_(
          connection_string, watched_by.maintenance_status(), [this](std::stop_token stop) { work(stop); },
          [this] { server_values_.set_reachable(false); }) {}

void maintenance::work(std::stop_token stop) {
    loop_.set_longest_pause(longest_interval);
    clock::time_point next_look{};
    while (!stop.stop_requested()) {
        loop_.status().turn();
        if (clock::now() >= next_look) {
            maintain();
            next_look = clock::now() + time_to_next();
            loop_.note_connected();
            server_values_.set_reachable(true);
        }
        if (once_) check_what_is_left();
        if (server_values_.are_wanted()) read_values();
        loop_.its_connection().wait(look_interval.count());
    }
}

/// What fails here is tried again: it is no reason to connect anew.
void maintenance::maintain() {
    try {
        loop_.ask(calls::maintain);
    } catch (const server_error& e) {
        if (loop_.status().note_refused(refusal_of_all(e.sqlstate)))
            log::error("maintenance failed", {{"reason", e.what()}, {"sqlstate", e.sqlstate}});
    }
}

std::chrono::milliseconds maintenance::time_to_next() {
    return std::clamp(loop_.ask(calls::time_to_maintenance), shortest_interval, longest_interval);
}

/// For /metrics. That the server can't say, as an older extension can't, is no reason to fall silent.
void maintenance::read_values() {
    samples values;
    try {
        values = loop_.ask(calls::queue_metrics);
    } catch (const server_error& e) {
        if (!std::exchange(values_failed_, true)) {
            log::warn("the queue's metrics can't be read", {{"reason", e.what()}, {"sqlstate", e.sqlstate}});
        }
        return server_values_.set_reachable(false);
    }
    server_values_.store(std::move(values));
}

void maintenance::check_what_is_left() {
    std::vector<std::string> handlers, queues;
    const auto units = units_.snapshot();
    for (auto& u : *units) {
        const lane& l = u->its_lane();
        if (u->has_ended()) continue;
        if (!l.is_idle()) return;
        if (l.is_draining()) continue;
        const lane_settings& s = l.settings();
        handlers.insert(handlers.end(), s.handlers.begin(), s.handlers.end());
        queues.insert(queues.end(), s.queues.begin(), s.queues.end());
    }
    if (!loop_.ask(calls::is_work_left, handlers, queues)) nothing_is_left_ = true;
}

}  // namespace fanout::worker_detail
