#include "daemon/served_database.hpp"

#include "base/exit_status.hpp"
#include "base/log.hpp"
#include "configuration/program_path.hpp"

#include <algorithm>
#include <utility>

namespace fanout::worker_detail {
namespace {

constexpr std::chrono::milliseconds program_check_interval{1000};

void add_name(std::string& names, const std::string& name) {
    names += (names.empty() ? "" : ",") + name;
}

template <typename Test> bool any(const unit_set& units, Test test) {
    const auto all = units.snapshot();
    return std::any_of(all->begin(), all->end(), [&](const auto& u) { return test(*u); });
}

}  // namespace

served_database::served_database(options o, configuration c, planner plan,
                                 std::shared_ptr<database_watch> watch, bool is_alone)
    : options_(std::move(o)), configuration_(std::move(c)), plan_(std::move(plan)), watch_(std::move(watch)),
      is_alone_(is_alone) {
    contact_.emplace(options_, watch_->keeper_status(), is_alone_);
}

void served_database::turn() {
    if (!has_begun()) {
        if (!contact_->is_over() || is_draining_) return;
        refusal_ = contact_->status();
        if (refusal_) return;
        begin();
    }
    if (is_draining_) return;
    start_what_can();
    has_served_ = has_served_ || any(units_, [](unit& u) { return u.its_lane().worker_id() != 0; });
    units_.remove_over();
}

void served_database::begin() {
    apply(configuration_);
    keeper_.emplace(options_.connection, units_, *watch_);
    maintenance_.emplace(options_.connection, units_, options_.once, *watch_);
}

/// What is the same goes on; the rest drains beside its successors.
served_database::changes served_database::apply(const configuration& c) {
    configuration_ = c;
    if (!has_begun() && !(contact_->is_over() && !contact_->status())) return {};
    std::vector<unit_plan> plans = plan_(options_, c, *watch_);
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
void served_database::start_what_can() {
    if (clock::now() < next_program_check_) return;
    next_program_check_ = clock::now() + program_check_interval;
    for (auto& [name, s] : services_) {
        if (s.units.empty() && can_start(s)) start(s);
    }
}

/// Without its program a handler would use up its tasks' attempts, which other workers could do.
bool served_database::can_start(service& s) const {
    const std::optional<std::string> missing =
        s.plan.handler ? missing_program(*s.plan.handler) : std::nullopt;
    if (missing && !std::exchange(s.is_reported_missing, true)) {
        log::error("handler is not served: its program is not there, or may not be executed",
                   {{"handler", s.plan.name}, {"program", *missing}});
    }
    return !missing;
}

void served_database::start(service& s) {
    s.units = s.plan.make();
    for (auto& u : s.units) u->start();
    units_.add(s.units);
}

void served_database::drain() {
    is_draining_ = true;
    for (const auto all = units_.snapshot(); auto& u : *all) u->drain();
}

void served_database::abandon() {
    for (const auto all = units_.snapshot(); auto& u : *all) u->abandon();
}

void served_database::stop() {
    contact_->stop();
    if (keeper_) keeper_->stop();
    if (maintenance_) maintenance_->stop();
}

bool served_database::is_refused() const {
    const auto is_refused = [](unit& u) { return u.its_lane().is_refused(); };
    if (!any(units_, is_refused)) return false;
    return options_.once || (!has_served_ && !any(units_, std::not_fn(is_refused)));
}

std::chrono::steady_clock::duration served_database::out_of_reach() const {
    if (keeper_) return keeper_->out_of_reach();
    // Of the only one first contact itself knows how long that may last.
    return is_alone_ ? clock::duration::zero() : clock::now() - contact_since_;
}

bool served_database::has_ended() const {
    return !any(units_, [](unit& u) { return !u.has_ended(); });
}

bool served_database::is_over() const {
    return !any(units_, [](unit& u) { return !u.is_over(); });
}

bool served_database::has_stopped() const {
    return contact_->is_over() && (!keeper_ || keeper_->has_ended()) &&
           (!maintenance_ || maintenance_->has_ended());
}

}  // namespace fanout::worker_detail
