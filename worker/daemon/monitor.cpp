#include "daemon/monitor.hpp"

#include "base/log.hpp"
#include "base/process_usage.hpp"

#include <utility>

namespace fanout::worker_detail {
namespace {

constexpr std::chrono::milliseconds look_interval{500};
constexpr std::chrono::seconds stop_extension{10};
constexpr std::chrono::seconds long_answer{10};

health::time_point now() {
    return loop_status::clock::now();
}

void append(samples more, samples& to) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// 200 and a word, or 503 and the reasons, a line each.
page page_of(const std::string& word, const std::vector<std::string>& problems) {
    page result;
    if (problems.empty()) result.text = word + "\n";
    for (const std::string& problem : problems) {
        result.status = 503;
        result.text += problem + "\n";
    }
    return result;
}

}  // namespace

monitor::monitor() : main_(std::make_shared<loop_status>("main loop", "", false)) {
    health_.watch(main_);
}

/// What is being answered may wait for the database.
monitor::~monitor() {
    show_page(std::nullopt);
}

void monitor::listen(const std::string& address) {
    if (address == address_) return;
    std::unique_ptr<status_server> next;
    if (!address.empty()) {
        std::map<std::string, status_server::page_maker> pages = {
            {"/metrics", [this] { return metrics_page(); }},
            {"/healthz", [this] { return health_page(); }},
            {"/readyz", [this] { return readiness_page(); }}};
        next = std::make_unique<status_server>(address, std::move(pages),
                                               [this](const request& r) { return other_page(r); });
        log::info("listening", {{"address", next->address()}});
    }
    server_ = std::move(next);
    address_ = address;
}

void monitor::show_page(const std::optional<page_settings>& s) {
    const std::shared_ptr<status_page> before = page_;
    if (before ? s == before->settings() : !s) return;
    page_ = s ? std::make_shared<status_page>(*s) : nullptr;
    if (before) before->stop();
}

std::shared_ptr<database_watch> monitor::add_database(const std::string& name) {
    auto added = std::make_shared<database_watch>(name, health_, metrics_);
    std::lock_guard lock(mutex_);
    databases_.push_back(added);
    return added;
}

void monitor::turn() {
    const auto time = now();
    main_->turn(time);
    const bool is_healthy = health_.stuck_loops(time).empty();
    if (is_healthy) manager_.alive();
    if (time < next_look_) return;
    next_look_ = time + look_interval;
    if (is_healthy && health_.is_draining()) manager_.stops_within(stop_extension);
    tell_state(time);
    tell_of_silence(time);
}

/// Once when it begins, however many loops wait, and once when it is over: that no loop waits any more isn't enough,
/// for they may have lost their connections.
void monitor::tell_of_silence(health::time_point time) {
    const auto milliseconds = [](health::time_point::duration d) {
        return std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(d).count());
    };
    const health::unanswered silent = health_.unanswered_for(long_answer, time);
    if (silent.loops.empty() == !silent_since_) return;
    if (silent_since_) {
        if (health_.answered() < told_of_silence_) return;
        log::info("the server answers again", {{"waited_ms", milliseconds(time - *silent_since_)}});
        silent_since_.reset();
        return;
    }
    silent_since_ = time - silent.time;
    told_of_silence_ = time;
    log::warn("the server does not answer",
              {{"loops", silent.loops},
               {"waited_ms", milliseconds(silent.time)},
               {"hint", "it may wait for a lock, a synchronous standby or its disk: see wait_event in "
                        "pg_stat_activity"}});
}

void monitor::tell_state(health::time_point time) {
    const auto problems = health_.not_ready_because(time);
    if (problems.empty() && !std::exchange(told_ready_, true)) manager_.ready();
    manager_.status((problems.empty() ? "ready" : problems.front()) + "; " +
                    std::to_string(health_.tasks_in_flight()) + " tasks in flight");
}

void monitor::drain() {
    if (health_.is_draining()) return;
    health_.set_draining();
    manager_.stopping();
    next_look_ = {};
}

page monitor::metrics_page() {
    samples others;
    std::vector<std::shared_ptr<database_watch>> databases;
    {
        std::lock_guard lock(mutex_);
        std::erase_if(databases_, [](const auto& d) { return d.expired(); });
        for (const auto& d : databases_) {
            if (auto watched = d.lock()) databases.push_back(std::move(watched));
        }
    }
    for (const auto& d : databases) append(d->read_values(), others);
    append(health_.read(now()), others);
    append(read_process_usage(), others);
    return {.type = "text/plain; version=0.0.4; charset=utf-8", .text = metrics_.text(others)};
}

page monitor::health_page() const {
    return page_of("healthy", health_.stuck_loops(now()));
}

page monitor::readiness_page() const {
    return page_of("ready", health_.not_ready_because(now()));
}

page monitor::other_page(const request& r) const {
    const std::shared_ptr<status_page> p = page_;
    return p ? p->answer(r) : status_server::no_such_page(r);
}

}  // namespace fanout::worker_detail
