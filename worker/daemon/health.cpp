#include "daemon/health.hpp"

#include <algorithm>
#include <map>

namespace fanout::worker_detail {
namespace {

// The longest that a loop pauses by itself is ten seconds, before it tries to connect again.
constexpr std::chrono::seconds longest_round{30};
constexpr std::chrono::seconds longest_answer{30};

std::string seconds(loop_status::clock::duration time) {
    return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(time).count()) + " s";
}

/// `: …`, on one line.
std::string because(const loop_status& loop) {
    std::string reason = loop.no_connection_because();
    std::replace_if(
        reason.begin(), reason.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return reason.empty() ? "" : ": " + reason;
}

/// Why a loop is of no use at present; empty: it is.
std::string problem_of(const loop_status& loop, loop_status::time_point now) {
    const auto time = loop.asking_for(now);
    if (const char* const reason = loop.refused_because) return loop.name + ": " + reason;
    if (!loop.is_connected()) return loop.name + ": not connected to the database" + because(loop);
    if (!loop.can_execute) return loop.name + ": nothing to run its tasks on" + because(loop);
    if (time > longest_answer) return loop.name + ": no answer from the database for " + seconds(time);
    return "";
}

/// What the lanes of one handler add up to.
struct lanes {
    int lanes = 0, connected = 0, in_flight = 0, limit = 0;
};

}  // namespace

void health::watch(const std::shared_ptr<loop_status>& loop) {
    std::lock_guard lock(mutex_);
    loops_.push_back(loop);
}

std::vector<std::shared_ptr<loop_status>> health::loops() const {
    std::lock_guard lock(mutex_);
    std::erase_if(loops_, [](const auto& loop) { return loop.expired(); });
    std::vector<std::shared_ptr<loop_status>> result;
    for (const auto& watched : loops_) {
        if (auto loop = watched.lock()) result.push_back(std::move(loop));
    }
    return result;
}

std::vector<std::string> health::stuck_loops(time_point now) const {
    std::vector<std::string> result;
    for (const auto& loop : loops()) {
        const auto time = loop->stuck_for(now);
        if (time > longest_round) result.push_back(loop->name + ": stuck for " + seconds(time));
    }
    return result;
}

std::vector<std::string> health::not_ready_because(time_point now) const {
    std::vector<std::string> result = stuck_loops(now);
    if (draining_) result.emplace_back("draining");
    std::map<std::string, std::vector<std::string>> databases;
    for (const auto& loop : loops()) {
        if (!loop->uses_server || loop->has_ended()) continue;
        std::vector<std::string>& problems = databases[loop->database];
        if (const std::string problem = problem_of(*loop, now); !problem.empty()) problems.push_back(problem);
    }
    // One of several is enough to take tasks from.
    const bool one_is_ready =
        databases.size() > 1 &&
        std::any_of(databases.begin(), databases.end(), [](const auto& d) { return d.second.empty(); });
    for (const auto& [name, problems] : databases) {
        if (!one_is_ready) result.insert(result.end(), problems.begin(), problems.end());
    }
    if (!started_) result.emplace_back("starting");
    return result;
}

health::unanswered health::unanswered_for(loop_status::clock::duration least, time_point now) const {
    unanswered result;
    for (const auto& loop : loops()) {
        const auto time = loop->asking_for(now);
        if (loop->has_ended() || time < least) continue;
        result.loops += (result.loops.empty() ? "" : ", ") + loop->name;
        result.time = std::max(result.time, time);
    }
    return result;
}

health::time_point health::answered() const {
    time_point result{};
    for (const auto& loop : loops()) result = std::max(result, loop->answered());
    return result;
}

int health::tasks_in_flight() const {
    int result = 0;
    for (const auto& loop : loops()) result += loop->in_flight;
    return result;
}

std::map<std::string, bool> health::ready_databases(time_point now) const {
    std::map<std::string, bool> result;
    for (const auto& loop : loops()) {
        if (loop->database.empty() || !loop->uses_server || loop->has_ended()) continue;
        bool& ready = result.try_emplace(loop->database, true).first->second;
        ready = ready && problem_of(*loop, now).empty();
    }
    return result;
}

samples health::read(time_point now) const {
    std::map<std::string, lanes> handlers;
    for (const auto& loop : loops()) {
        if (loop->handler.empty()) continue;
        lanes& of = handlers[loop->handler];
        ++of.lanes;
        of.connected += loop->is_connected() ? 1 : 0;
        of.in_flight += loop->in_flight;
        of.limit += loop->limit;
    }
    samples result = {{"fanoutd_healthy", {}, stuck_loops(now).empty() ? 1.0 : 0.0},
                      {"fanoutd_ready", {}, not_ready_because(now).empty() ? 1.0 : 0.0},
                      {"fanoutd_draining", {}, is_draining() ? 1.0 : 0.0}};
    for (const auto& [database, ready] : ready_databases(now)) {
        result.push_back({"fanoutd_database_ready", {{"database", database}}, ready ? 1.0 : 0.0});
    }
    for (const auto& [handler, of] : handlers) {
        const std::map<std::string, std::string> labels = {{"handler", handler}};
        result.push_back({"fanoutd_lanes", labels, static_cast<double>(of.lanes)});
        result.push_back({"fanoutd_lanes_connected", labels, static_cast<double>(of.connected)});
        result.push_back({"fanoutd_tasks_in_flight", labels, static_cast<double>(of.in_flight)});
        result.push_back({"fanoutd_concurrency_limit", labels, static_cast<double>(of.limit)});
    }
    return result;
}

}  // namespace fanout::worker_detail
