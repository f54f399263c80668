#include "keeper.hpp"

#include "array_text.hpp"
#include "log.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace fanout::worker_detail {
namespace {

constexpr int longest_wait_ms = 100;
constexpr std::chrono::milliseconds longest_maintenance_interval{5000}, shortest_maintenance_interval{100};
// An exchange that was under way when a run ended has brought what it claimed by then.
constexpr std::chrono::milliseconds second_look{300};
// How soon it is known that a run has ended where no notification comes.
constexpr std::chrono::milliseconds interval_without_notifications{500};

}  // namespace

keeper::keeper(const std::string& connection_string, const unit_set& units, bool once, monitor& watched_by)
    : connection_(connection_string), units_(units), once_(once), monitor_(watched_by),
      status_(watched_by.keeper_status()), thread_([this](std::stop_token stop) { work(stop); }) {}

void keeper::work(std::stop_token stop) {
    backoff_pause backoff;
    while (!stop.stop_requested()) {
        try {
            look_after(stop, backoff);
        } catch (const connection_lost& e) {
            log::warn("no connection for heartbeats", {{"reason", e.what()}});
            note_lost();
            if (out_of_reach() == clock::duration::zero()) out_of_reach_since_ = clock::now();
        } catch (const server_error& e) {
            log::error("heartbeat failed", {{"reason", e.what()}, {"sqlstate", e.sqlstate}});
            connection_.disconnect();
            note_lost();
        }
        status_->turn();
        pause(backoff.next(), stop);
    }
    status_->end();
}

void keeper::note_connected() {
    if (status_->set_connected()) monitor_.its_metrics().keeper_reconnected();
    monitor_.its_server_values().set_reachable(true);
}

void keeper::note_lost() {
    status_->set_disconnected();
    monitor_.its_server_values().set_reachable(false);
}

void keeper::pause(std::chrono::milliseconds time, std::stop_token stop) {
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, time, [] { return false; });
}

/// Maintenance that fails is no reason to fall silent.
void keeper::maintain() {
    try {
        ask("SELECT fanout.maintain()");
    } catch (const server_error& e) {
        log::error("maintenance failed", {{"reason", e.what()}, {"sqlstate", e.sqlstate}});
    }
}

std::chrono::milliseconds keeper::heartbeat_interval() {
    const pqxx::result r = ask(
        "SELECT extract(epoch FROM coalesce(nullif(current_setting('fanout.heartbeat_interval', true), ''), '10s')::interval)");
    return std::chrono::milliseconds(static_cast<int64_t>(r[0][0].as<double>() * 1000));
}

std::chrono::steady_clock::duration keeper::out_of_reach() const {
    const clock::time_point since = out_of_reach_since_;
    return since == clock::time_point{} ? clock::duration::zero() : clock::now() - since;
}

/// A pooler's session would go on listening for whoever gets it next, and what it hears would not come here.
void keeper::listen() {
    const asking server(*status_);
    if (connection_.has_own_session()) {
        connection_.listen("fanout", [this](const std::string& handler) { wake(handler); });
        connection_.listen("fanout_ended", [this](const std::string& run_id) {
            ended_runs_.push_back({run_id, clock::now(), false});
        });
        return;
    }
    if (!knows_pooler_) log::info("behind a pooler: no notifications, only polling");
    knows_pooler_ = true;
}

void keeper::look_after(std::stop_token stop, backoff_pause& backoff) {
    listen();
    // What was notified while nobody listened.
    for (const auto all = units_.snapshot(); auto& u : *all) u->its_lane().wake();
    maintain();
    auto interval = heartbeat_interval();
    const auto maintenance_interval = std::min(interval, longest_maintenance_interval);
    if (!connection_.has_own_session()) interval = std::min(interval, interval_without_notifications);
    note_connected();
    auto next_beat = clock::now(), next_maintenance = clock::now() + maintenance_interval;
    while (!stop.stop_requested()) {
        status_->turn();
        if (clock::now() >= next_beat) {
            beat();
            backoff = {};
            out_of_reach_since_ = clock::time_point{};
            next_beat = clock::now() + interval;
        }
        ask_whether_to_stop();
        if (clock::now() >= next_maintenance) {
            maintain();
            next_maintenance = clock::now() + std::min(maintenance_interval, next_deadline());
        }
        if (once_) check_what_is_left();
        if (monitor_.its_server_values().are_wanted()) read_values();
        connection_.wait(longest_wait_ms);
    }
}

/// One that is idle, which wakes the next if there is more; where none is known to be, all.
void keeper::wake(const std::string& handler) {
    const auto units = units_.snapshot();
    auto serves = [&](const std::shared_ptr<unit>& u) {
        return u->its_lane().serves(handler) && !u->its_lane().is_draining();
    };
    auto idle = std::find_if(units->begin(), units->end(), [&](const std::shared_ptr<unit>& u) {
        return serves(u) && u->its_lane().is_idle();
    });
    if (idle != units->end()) {
        (*idle)->its_lane().wake();
        return;
    }
    for (auto& u : *units) {
        if (serves(u)) u->its_lane().wake();
    }
}

/// Those lanes that hold tasks of runs which have ended: at once, and soon again.
void keeper::ask_whether_to_stop() {
    const auto now = clock::now();
    std::vector<std::string> due;
    std::erase_if(ended_runs_, [&](ended_run& r) {
        const bool again = now >= r.heard_at + second_look;
        if (!std::exchange(r.has_been_asked, true) || again) due.push_back(r.run_id);
        return again;
    });
    if (due.empty()) return;
    for (const auto all = units_.snapshot(); auto& u : *all) {
        lane& l = u->its_lane();
        const bool is_concerned =
            std::any_of(due.begin(), due.end(), [&](auto& id) { return l.works_on(id); });
        if (is_concerned && l.worker_id() != 0 && !u->has_ended()) beat(l);
    }
}

/// How long until maintenance has something to end.
std::chrono::milliseconds keeper::next_deadline() {
    const pqxx::result r = ask("SELECT extract(epoch FROM fanout.next_deadline() - clock_timestamp())");
    if (r[0][0].is_null()) return std::chrono::milliseconds::max();
    const std::chrono::milliseconds left(static_cast<int64_t>(r[0][0].as<double>() * 1000));
    return std::max(left, shortest_maintenance_interval);
}

void keeper::beat() {
    for (const auto all = units_.snapshot(); auto& u : *all) {
        if (u->its_lane().worker_id() != 0 && !u->has_ended()) beat(u->its_lane());
    }
}

/// A worker that the server doesn't know any more learns it from its next exchange.
void keeper::beat(lane& l) {
    const lane::holdings held = l.held();
    if (held.worker_id == 0) return;
    try {
        array_text holding;
        for (int64_t id : held.claim_ids) holding.add_plain(std::to_string(id));
        std::vector<int64_t> to_stop;
        for (const auto& row : ask("SELECT fanout.heartbeat($1, holding => $2::bigint[], recorded => $3)",
                                   held.worker_id, std::move(holding).finish(), held.recorded)) {
            to_stop.push_back(row[0].as<int64_t>());
        }
        l.stop_claims(to_stop);
    } catch (const server_error& e) {
        if (e.sqlstate != "PFWRK") throw;
        l.check_in(held.worker_id);
    }
}

/// For /metrics. That the server can't say, as an older extension can't, is no reason to fall silent.
void keeper::read_values() {
    samples values;
    try {
        for (const auto& row :
             ask("SELECT name, labels, value FROM fanout.metrics() WHERE value IS NOT NULL")) {
            values.push_back({row[0].c_str(), nlohmann::json::parse(row[1].c_str()), row[2].as<double>()});
        }
    } catch (const server_error& e) {
        if (!std::exchange(values_failed_, true)) {
            log::warn("the queue's metrics can't be read", {{"reason", e.what()}, {"sqlstate", e.sqlstate}});
        }
        return monitor_.its_server_values().set_reachable(false);
    }
    monitor_.its_server_values().store(std::move(values));
}

void keeper::check_what_is_left() {
    array_text handlers, queues;
    const auto units = units_.snapshot();
    for (auto& u : *units) {
        const lane& l = u->its_lane();
        if (u->has_ended()) continue;
        if (!l.is_idle()) return;
        if (l.is_draining()) continue;
        for (const std::string& handler : l.settings().handlers) handlers.add_quoted(handler);
        for (const std::string& queue : l.settings().queues) queues.add_quoted(queue);
    }
    const pqxx::result r = ask("SELECT fanout.work_left($1::text[], $2::text[])",
                               std::move(handlers).finish(), std::move(queues).finish());
    if (!r[0][0].as<bool>()) nothing_is_left_ = true;
}

}  // namespace fanout::worker_detail
