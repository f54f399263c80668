#include "server_pool.hpp"

#include "backoff_pause.hpp"
#include "log.hpp"
#include "output_text.hpp"

#include <algorithm>

namespace fanout::worker_detail {
namespace {

constexpr int first_batch = 2000;

/// Of a statement that gives one row. Any other answer is another statement's: whether ours has run isn't
/// known.
void require_columns(const pqxx::result& answer, int columns) {
    if (answer.size() == 1 && static_cast<int>(answer.columns()) == columns) return;
    throw connection_lost("an answer that was not asked for", true);
}

}  // namespace

server_pool::server_pool(int connections, const std::string& connection_string, lane& owner) : owner_(owner) {
    for (int i = 0; i < connections; ++i) {
        connection& own = connections_.emplace_back(connection_string);
        threads_.emplace_back([this, &own](std::stop_token stop) { work(stop, own); });
    }
}

void server_pool::submit(std::string kind, std::shared_ptr<claim> c, int tasks) {
    {
        std::lock_guard lock(mutex_);
        jobs_.push_back({std::move(kind), std::move(c), tasks});
    }
    changed_.notify_one();
}

size_t server_pool::drop(int64_t claim_id) {
    std::lock_guard lock(mutex_);
    const auto found = std::find_if(jobs_.begin(), jobs_.end(),
                                    [claim_id](const job& j) { return j.of->claim_id == claim_id; });
    if (found == jobs_.end()) return 0;
    const auto tasks = static_cast<size_t>(found->tasks);
    jobs_.erase(found);
    return tasks;
}

size_t server_pool::drop_all() {
    std::deque<job> dropped;
    {
        std::lock_guard lock(mutex_);
        ending_ = true;
        dropped.swap(jobs_);
    }
    changed_.notify_all();
    size_t tasks = 0;
    for (const job& j : dropped) tasks += static_cast<size_t>(j.tasks);
    return tasks;
}

void server_pool::abandon() {
    ending_ = true;
    changed_.notify_all();
    for (connection& c : connections_) c.cancel();
}

bool server_pool::pause(std::chrono::milliseconds time, std::stop_token stop) {
    std::unique_lock lock(mutex_);
    return !changed_.wait_for(lock, stop, time, [&] { return ending_.load(); }) && !stop.stop_requested();
}

void server_pool::work(std::stop_token stop, connection& c) {
    while (true) {
        job next;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, stop, [&] { return !jobs_.empty(); });
            if (stop.stop_requested()) return;
            next = std::move(jobs_.front());
            jobs_.pop_front();
        }
        run(c, next, stop);
        owner_.finish_claim(next.of->claim_id, next.tasks);
    }
}

/// What isn't wanted any more is broken off. A lost connection leaves the outcome in doubt, and what ran may
/// be to blame; so may it for a statement that was cancelled, as by statement_timeout. Reporting it finds out
/// whether the claim is finished, and if not, halves it, so that a task that brings the server down fails in
/// the end.
void server_pool::run(connection& c, const job& j, std::stop_token stop) {
    int next_max = first_batch;
    std::string crash;
    backoff_pause backoff;
    while (!ending_ && !stop.stop_requested()) {
        const bool is_unwanted = j.of->stop.stop_requested();
        try {
            if (!crash.empty()) {
                c.run("SELECT fanout.report_crash($1, $2, $3)", owner_.worker_id(), j.of->claim_id, crash);
                return;
            }
            // Once more where it isn't wanted any more: the server lets go of the claim.
            if (!run_batch(c, j, next_max) || is_unwanted) return;
        } catch (const connection_lost& e) {
            if (e.in_doubt) crash = "its connection was lost while it ran";
            log::warn("connection lost", {{"claim", std::to_string(j.of->claim_id)}, {"reason", e.what()}});
            if (!pause(backoff.next(), stop)) return;
        } catch (const server_error& e) {
            if (e.sqlstate == "PFSTL" || e.sqlstate == "PFWRK") {
                if (!is_unwanted) {
                    log::warn("claim is gone",
                              {{"claim", std::to_string(j.of->claim_id)}, {"step", j.of->step_slug}});
                }
                return;
            }
            if (e.sqlstate == "57014" && j.of->stop.stop_requested()) continue;
            if (e.sqlstate == "57014") crash = clean_error(e.what());
            log::error("running on the server failed", {{"claim", std::to_string(j.of->claim_id)},
                                                        {"step", j.of->step_slug},
                                                        {"reason", e.what()},
                                                        {"sqlstate", e.sqlstate}});
            if (!pause(backoff.next(), stop)) return;
        }
    }
}

bool server_pool::run_batch(connection& c, const job& j, int& next_max) {
    const int64_t worker_id = owner_.worker_id();
    // Its end waits for a request under way, which so can't hit the statement that comes after this one.
    std::optional<std::stop_callback<std::function<void()>>> on_stop;
    if (!j.of->stop.stop_requested()) on_stop.emplace(j.of->stop.get_token(), [&c] { c.cancel(); });
    if (j.kind == "internal") {
        const pqxx::result r = c.run_often("fanout_run_internal", "SELECT fanout.run_internal($1, $2)",
                                           worker_id, j.of->claim_id);
        require_columns(r, 1);
        return r[0][0].as<int>() > 0;
    }
    const auto began = std::chrono::steady_clock::now();
    const pqxx::result r = c.run_often(
        "fanout_run_sql_tasks", "SELECT remaining, next_max, done FROM fanout.run_sql_tasks($1, $2, $3)",
        worker_id, j.of->claim_id, next_max);
    require_columns(r, 3);
    next_max = r[0][1].as<int>();
    const auto took = std::chrono::steady_clock::now() - began;
    owner_.watch().metrics->ran_on_server(j.of->handler, took, r[0][2].as<int>());
    return r[0][0].as<int>() > 0;
}

}  // namespace fanout::worker_detail
