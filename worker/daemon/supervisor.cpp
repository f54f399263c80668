#include "daemon/supervisor.hpp"

#include "base/exit_status.hpp"
#include "base/listening_socket.hpp"
#include "base/log.hpp"
#include "server/connection_string.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace fanout::worker_detail {
namespace {

constexpr std::chrono::milliseconds longest_end{5000};
constexpr std::chrono::milliseconds abandon_interval{200};

/// Returns 0 where none arrived for a while.
int next_signal(const sigset_t& signals) {
    const timespec wait{0, 50000000};
    return std::max(sigtimedwait(&signals, nullptr, &wait), 0);
}

void set_up_log(const options& o, const configuration& c) {
    log::set_up(o.log_format.value_or(c.log_format), o.log_level.value_or(c.log_level));
}

[[noreturn]] void end_now(int status) {
    log::flush();
    std::_Exit(status);
}

}  // namespace

template <typename Test> bool supervisor::all(Test test) const {
    return std::all_of(databases_.begin(), databases_.end(), test) &&
           std::all_of(leaving_.begin(), leaving_.end(), test);
}

supervisor::supervisor(const options& o, configuration c, configuration_reader read,
                       served_database::planner plan, monitor& watched_by)
    : options_(o), configuration_(std::move(c)), read_(std::move(read)), plan_(std::move(plan)),
      monitor_(watched_by) {}

void supervisor::serve(const std::string& connection, bool is_alone) {
    options o = options_;
    o.connection = with_network_defaults(connection);
    // Which one it is about, where there are several.
    const std::string name = is_alone ? "" : without_secrets(connection);
    databases_.emplace_back(std::move(o), configuration_, plan_, monitor_.add_database(name), is_alone);
}

/// Those that stay are left alone. The one that the command line names is never changed.
void supervisor::choose_databases(const configuration& c) {
    if (c.databases.empty() != configuration_.databases.empty()) {
        log::warn("\"databases\" was not reloaded: whether there are several is decided at the start");
        return;
    }
    for (auto d = databases_.begin(); d != databases_.end() && !c.databases.empty();) {
        const auto next = std::next(d);
        const auto is_its = [&](const std::string& connection) {
            return d->is_at(with_network_defaults(connection));
        };
        if (std::none_of(c.databases.begin(), c.databases.end(), is_its)) {
            d->drain();
            leaving_.splice(leaving_.end(), databases_, d);
        }
        d = next;
    }
    for (const std::string& connection : c.databases) {
        const auto is_there = [&](const served_database& d) {
            return d.is_at(with_network_defaults(connection));
        };
        if (std::none_of(databases_.begin(), databases_.end(), is_there)) serve(connection, false);
    }
}

int supervisor::run(const sigset_t& signals) {
    if (configuration_.databases.empty()) serve(options_.connection, true);
    choose_databases(configuration_);
    while (true) {
        monitor_.turn();
        if (const std::optional<int> status = look(next_signal(signals))) return end(*status);
    }
}

std::optional<int> supervisor::look(int signal) {
    if (std::optional<int> status = handle_signal(signal)) return status;
    for (served_database& d : databases_) d.turn();
    if (std::any_of(databases_.begin(), databases_.end(), [](auto& d) { return d.has_begun(); }))
        monitor_.start();
    leaving_.remove_if([](served_database& d) {
        if (d.is_over()) d.stop();
        return d.is_over() && d.has_stopped();
    });
    if (std::optional<int> status = trouble()) return status;
    if (draining_since_) {
        if (all([](auto& d) { return d.has_ended(); })) return finished;
        if (!is_past_drain_timeout()) return std::nullopt;
        log::warn("drain timeout is over: stopping what still runs");
        return drain_timed_out;
    }
    if (nothing_is_left()) drain("nothing is left that can be done");
    return std::nullopt;
}

/// What is wrong with one of several is no reason to end, but where it is wrong with all.
std::optional<int> supervisor::trouble() const {
    if (databases_.size() == 1) {
        const served_database& only = databases_.front();
        if (only.refusal()) return only.refusal();
        if (only.name().empty() && only.is_refused()) return server_refused;
    }
    const bool none_in_reach =
        std::all_of(databases_.begin(), databases_.end(), [this](auto& d) { return is_out_of_reach(d); });
    if (!none_in_reach || databases_.empty()) return std::nullopt;
    log::error("no server", {{"waited_ms", std::to_string(options_.connect_timeout->count())}});
    return unreachable;
}

/// With `--once`, one that refuses, or is out of reach for too long, has nothing that this daemon could do, either.
bool supervisor::nothing_is_left() const {
    return options_.once && !databases_.empty() &&
           std::all_of(databases_.begin(), databases_.end(), [this](auto& d) {
               return d.nothing_is_left() || d.is_refused() || is_out_of_reach(d);
           });
}

std::optional<int> supervisor::handle_signal(int signal) {
    if (signal == SIGHUP) {
        reload();
    } else if (signal != 0 && draining_since_) {
        log::info("stopping at once");
        return aborted;
    } else if (signal != 0) {
        // Nothing has begun, and libpq may wait for a host that is gone.
        if (all([](auto& d) { return !d.has_begun(); })) {
            log::info("ended", {{"status", std::to_string(finished)}});
            end_now(finished);
        }
        drain("draining");
    }
    return std::nullopt;
}

void supervisor::reload() {
    if (draining_since_) {
        log::warn("configuration not reloaded", {{"reason", "the daemon is draining"}});
        return;
    }
    if (options_.file.empty()) {
        log::warn("configuration not reloaded", {{"reason", "there is no configuration file"}});
        return;
    }
    monitor_.begin_reload();
    read_and_apply();
    monitor_.end_reload();
}

void supervisor::read_and_apply() {
    try {
        const configuration next = read_();
        monitor_.listen(listen_address(options_, next));
        monitor_.show_page(next.page);
        set_up_log(options_, next);
        served_database::changes made;
        for (served_database& d : databases_) made = d.apply(next);
        choose_databases(next);
        configuration_ = next;
        log::info("configuration reloaded", {{"added", made.added},
                                             {"changed", made.changed},
                                             {"removed", made.removed},
                                             {"unchanged", std::to_string(made.unchanged)}});
    } catch (const configuration_error& e) {
        log::error("configuration not reloaded", {{"reason", e.what()}});
    } catch (const listen_error& e) {
        log::error("configuration not reloaded", {{"reason", e.what()}});
    }
}

void supervisor::drain(const char* reason) {
    log::info(reason,
              {{"drain_timeout_ms",
                std::to_string(options_.drain_timeout.value_or(configuration_.drain_timeout).count())}});
    draining_since_ = clock::now();
    monitor_.drain();
    for (served_database& d : databases_) d.drain();
}

bool supervisor::is_past_drain_timeout() const {
    const auto timeout = options_.drain_timeout.value_or(configuration_.drain_timeout);
    return clock::now() - *draining_since_ >= timeout;
}

bool supervisor::is_out_of_reach(const served_database& d) const {
    return options_.connect_timeout && d.out_of_reach() >= *options_.connect_timeout;
}

/// Waits for what was told to end. A C++ handler that does not return can't be ended but with the process.
int supervisor::end(int status) {
    databases_.splice(databases_.end(), leaving_);
    // One of several may not have said whether something is left there.
    if (status == finished && options_.once) {
        const auto any = [this](auto test) {
            return std::any_of(databases_.begin(), databases_.end(), test);
        };
        if (any([](auto& d) { return d.is_refused(); })) status = server_refused;
        if (any([this](auto& d) { return is_out_of_reach(d); })) status = unreachable;
    }
    // Again and again, because a cancel that comes between two statements meets none; on a thread of its own,
    // because a cancel may wait for a host that is gone.
    std::jthread stopper;
    if (status != finished) {
        stopper = std::jthread([this](std::stop_token stop) {
            while (!stop.stop_requested()) {
                for (served_database& d : databases_) d.abandon();
                std::this_thread::sleep_for(abandon_interval);
            }
        });
    }
    monitor_.drain();
    const auto patience = clock::now() + longest_end;
    while (!all([](auto& d) { return d.is_over(); })) {
        if (clock::now() >= patience) {
            log::error("ended, though not all has come to its end", {{"status", std::to_string(status)}});
            end_now(status);
        }
        monitor_.turn();
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    // What still waits on the server, for others, is not waited for.
    for (served_database& d : databases_) d.stop();
    while (!all([](auto& d) { return d.has_stopped(); })) {
        if (clock::now() >= patience) end_now(status);
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return status;
}

}  // namespace fanout::worker_detail
