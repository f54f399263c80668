#include "daemon/supervisor.hpp"

#include "base/exit_status.hpp"
#include "base/listening_socket.hpp"
#include "base/log.hpp"
#include "configuration/program_path.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace fanout::worker_detail {
namespace {

constexpr std::chrono::milliseconds longest_end{5000};
constexpr std::chrono::milliseconds abandon_interval{200};
constexpr std::chrono::milliseconds program_check_interval{1000};

/// Returns 0 where none arrived for a while.
int next_signal(const sigset_t& signals) {
    const timespec wait{0, 50000000};
    return std::max(sigtimedwait(&signals, nullptr, &wait), 0);
}

void set_up_log(const options& o, const configuration& c) {
    log::set_up(o.log_format.value_or(c.log_format), o.log_level.value_or(c.log_level));
}

void add_name(std::string& names, const std::string& name) {
    names += (names.empty() ? "" : ",") + name;
}

[[noreturn]] void end_now(int status) {
    log::flush();
    std::_Exit(status);
}

template <typename Test> bool any(const unit_set& units, Test test) {
    const auto all = units.snapshot();
    return std::any_of(all->begin(), all->end(), [&](const auto& u) { return test(*u); });
}

}  // namespace

supervisor::supervisor(const options& o, configuration c, configuration_reader read, planner plan,
                       monitor& watched_by)
    : options_(o), configuration_(std::move(c)), read_(std::move(read)), plan_(std::move(plan)),
      monitor_(watched_by) {}

int supervisor::run(const sigset_t& signals) {
    apply(configuration_);
    keeper_.emplace(options_.connection, units_, monitor_);
    maintenance_.emplace(options_.connection, units_, options_.once, monitor_);
    monitor_.start();
    while (true) {
        monitor_.turn();
        if (const std::optional<int> status = look(next_signal(signals))) return end(*status);
    }
}

std::optional<int> supervisor::look(int signal) {
    if (std::optional<int> status = handle_signal(signal)) return status;
    if (any(units_, [](unit& u) { return u.its_lane().has_failed(); })) return server_refused;
    if (is_out_of_reach(*keeper_)) {
        log::error("no server", {{"waited_ms", std::to_string(options_.connect_timeout->count())}});
        return unreachable;
    }
    if (draining_since_) {
        if (!any(units_, [](unit& u) { return !u.has_ended(); })) return finished;
        if (!is_past_drain_timeout()) return std::nullopt;
        log::warn("drain timeout is over: stopping what still runs");
        return drain_timed_out;
    }
    if (maintenance_->nothing_is_left()) drain("nothing is left");
    start_what_can();
    units_.remove_over();
    return std::nullopt;
}

std::optional<int> supervisor::handle_signal(int signal) {
    if (signal == SIGHUP) {
        reload();
    } else if (signal != 0 && draining_since_) {
        log::info("stopping at once");
        return aborted;
    } else if (signal != 0) {
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
        const changes made = apply(next);
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

/// What is the same goes on; the rest drains beside its successors.
supervisor::changes supervisor::apply(const configuration& c) {
    std::vector<unit_plan> plans = plan_(c);
    configuration_ = c;
    set_up_log(options_, c);
    changes made;
    std::map<std::string, service> before = std::exchange(services_, {});
    for (unit_plan& p : plans) {
        const auto found = before.find(p.name);
        if (found != before.end() && found->second.plan.is_same(p)) {
            services_.insert(before.extract(found));
            ++made.unchanged;
            continue;
        }
        add_name(found == before.end() ? made.added : made.changed, p.name);
        services_.emplace(p.name, service{p, {}, false});
    }
    for (auto& [name, s] : before) {
        if (!services_.contains(name)) add_name(made.removed, name);
        for (auto& u : s.units) u->drain();
    }
    next_program_check_ = {};
    start_what_can();
    return made;
}

/// A program that is missing may come: after an upgrade, or with a file system that is mounted later.
void supervisor::start_what_can() {
    if (clock::now() < next_program_check_) return;
    next_program_check_ = clock::now() + program_check_interval;
    for (auto& [name, s] : services_) {
        if (s.units.empty() && can_start(s)) start(s);
    }
}

/// Without its program a handler would use up its tasks' attempts, which other workers could do.
bool supervisor::can_start(service& s) const {
    const std::optional<std::string> missing =
        s.plan.handler ? missing_program(*s.plan.handler) : std::nullopt;
    if (missing && !std::exchange(s.is_reported_missing, true)) {
        log::error("handler is not served: its program is not there, or may not be executed",
                   {{"handler", s.plan.name}, {"program", *missing}});
    }
    return !missing;
}

void supervisor::start(service& s) {
    s.units = s.plan.make();
    for (auto& u : s.units) u->start();
    units_.add(s.units);
}

void supervisor::drain(const char* reason) {
    log::info(reason,
              {{"drain_timeout_ms",
                std::to_string(options_.drain_timeout.value_or(configuration_.drain_timeout).count())}});
    draining_since_ = clock::now();
    monitor_.drain();
    for (const auto all = units_.snapshot(); auto& u : *all) u->drain();
}

bool supervisor::is_past_drain_timeout() const {
    const auto timeout = options_.drain_timeout.value_or(configuration_.drain_timeout);
    return clock::now() - *draining_since_ >= timeout;
}

bool supervisor::is_out_of_reach(const keeper& k) const {
    return options_.connect_timeout && k.out_of_reach() >= *options_.connect_timeout;
}

/// Waits for what was told to end. A C++ handler that does not return can't be ended but with the process.
int supervisor::end(int status) {
    // Again and again, because a cancel that comes between two statements meets none; on a thread of its own,
    // because a cancel may wait for a host that is gone.
    std::jthread stopper;
    if (status != finished) {
        stopper = std::jthread([this](std::stop_token stop) {
            while (!stop.stop_requested()) {
                for (const auto all = units_.snapshot(); auto& u : *all) u->abandon();
                std::this_thread::sleep_for(abandon_interval);
            }
        });
    }
    monitor_.drain();
    const auto patience = clock::now() + longest_end;
    while (any(units_, [](unit& u) { return !u.is_over(); })) {
        if (clock::now() >= patience) {
            log::error("ended, though not all has come to its end", {{"status", std::to_string(status)}});
            end_now(status);
        }
        monitor_.turn();
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    // What still waits on the server, for others, is not waited for.
    keeper_->stop();
    maintenance_->stop();
    while (!keeper_->has_ended() || !maintenance_->has_ended()) {
        if (clock::now() >= patience) end_now(status);
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return status;
}

}  // namespace fanout::worker_detail
