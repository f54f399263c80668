#include "daemon/keeper.hpp"

#include "base/log.hpp"
#include "server/calls.hpp"

#include <algorithm>
#include <utility>

namespace fanout::worker_detail {
namespace {

constexpr int longest_wait_ms = 100;
// An exchange that was under way when a run ended has brought what it claimed by then.
constexpr std::chrono::milliseconds second_look{300};
// How soon it is known that a run has ended where no notification comes.
constexpr std::chrono::milliseconds interval_without_notifications{500};
// After an outage the server waits one interval for us.
constexpr int pauses_an_interval = 4;

/// Errors of the schema, the role or the database, which each lane would get: classes 25, 3F and 42.
bool concerns_all_lanes(const std::string& sqlstate) {
    const std::string state_class = sqlstate.substr(0, 2);
    return refusal_of_all(sqlstate) || state_class == "25" || state_class == "3F" || state_class == "42";
}

}  // namespace

keeper::keeper(const std::string& connection_string, const unit_set& units, database_watch& watched_by)
    : units_(units), watch_(watched_by),
      loop_(
          connection_string, watched_by.keeper_status(), [this](std::stop_token stop) { work(stop); },
          [this] { note_lost(); }) {}

void keeper::work(std::stop_token stop) {
    listen();
    beat();
    if (loop_.note_connected()) watch_.its_metrics().keeper_reconnected();
    out_of_reach_since_ = clock::time_point{};
    for (const auto all = units_.snapshot(); auto& u : *all) {
        u->end_pauses();
        // What was notified while nobody listened.
        u->its_lane().wake();
    }
    while (!stop.stop_requested()) {
        loop_.status().turn();
        if (clock::now() >= next_beat_) beat();
        ask_whether_to_stop();
        loop_.its_connection().wait(longest_wait_ms);
    }
}

void keeper::note_lost() {
    if (out_of_reach() == clock::duration::zero()) out_of_reach_since_ = clock::now();
}

std::chrono::steady_clock::duration keeper::out_of_reach() const {
    const clock::time_point since = out_of_reach_since_;
    return since == clock::time_point{} ? clock::duration::zero() : clock::now() - since;
}

/// A pooler's session would go on listening for whoever gets it next, and what it hears would not come here.
void keeper::listen() {
    const asking server(loop_.status());
    if (loop_.its_connection().has_own_session()) {
        loop_.its_connection().listen("fanout", [this](const std::string& handler) { wake(handler); });
        loop_.its_connection().listen("fanout_ended", [this](const std::string& run_id) {
            ended_runs_.push_back({run_id, clock::now(), false});
        });
        return;
    }
    if (!knows_pooler_) log::info("behind a pooler: no notifications, only polling");
    knows_pooler_ = true;
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
    beat([&](const lane& l) {
        return std::any_of(due.begin(), due.end(), [&](auto& id) { return l.works_on(id); });
    });
}

void keeper::beat() {
    const auto began = clock::now();
    beat([](const lane&) { return true; });
    next_beat_ = began + interval_;
}

/// For those lanes that are concerned, in one statement.
void keeper::beat(const std::function<bool(const lane&)>& is_concerned) {
    std::vector<sign_of_life> signs;
    for (const auto all = units_.snapshot(); auto& u : *all) {
        if (u->has_ended() || !is_concerned(u->its_lane())) continue;
        holdings held = u->its_lane().held();
        if (held.worker_id != 0) signs.push_back({u, std::move(held)});
    }
    if (signs.empty()) return;
    try {
        beat(signs);
    } catch (const server_error& e) {
        if (signs.size() == 1 || concerns_all_lanes(e.sqlstate)) throw;
        beat_one_by_one(signs);
    }
}

/// What is wrong with one lane's claims is no reason not to beat for the others.
void keeper::beat_one_by_one(const std::vector<sign_of_life>& signs) {
    std::exception_ptr refused;
    for (const sign_of_life& sign : signs) {
        try {
            beat(std::span(&sign, 1));
        } catch (const server_error&) {
            refused = std::current_exception();
        }
    }
    if (refused) std::rethrow_exception(refused);
}

/// A worker that the server doesn't know any more learns it from its next exchange.
void keeper::beat(std::span<const sign_of_life> signs) {
    std::vector<holdings> held;
    for (const sign_of_life& sign : signs) held.push_back(sign.held);
    calls::heartbeats_answer answer;
    try {
        answer = loop_.ask(calls::heartbeats, held);
        if (answer.interval) set_interval(*answer.interval);
    } catch (const server_error& e) {
        // None of them is known in a copy.
        if (e.sqlstate != sqlstates::database_copy) throw;
    }
    for (const sign_of_life& sign : signs) {
        lane& l = sign.of->its_lane();
        const auto heard = answer.heard.find(sign.held.worker_id);
        if (heard == answer.heard.end())
            l.check_in(sign.held.worker_id);
        else
            l.stop_claims(heard->second);
    }
}

void keeper::set_interval(std::chrono::milliseconds interval) {
    loop_.set_longest_pause(std::min(interval / pauses_an_interval, longest_probe));
    interval_ = knows_pooler_ ? std::min(interval, interval_without_notifications) : interval;
}

}  // namespace fanout::worker_detail
