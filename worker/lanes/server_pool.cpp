#include "lanes/server_pool.hpp"

#include "base/log.hpp"
#include "server/calls.hpp"
#include "tasks/output_text.hpp"

#include <algorithm>

namespace fanout::worker_detail {
namespace {

constexpr int first_batch = 2000;
constexpr std::chrono::milliseconds ask_interval{200}, patience{1000}, idle_time{50};

/// Claims are made for a fifth of a second. What is still there after so long was believed to be faster, and
/// others, here and elsewhere, are to have their turn.
constexpr std::chrono::seconds longest_claim{2};

/// A connection that has been idle is asked first: one that is found lost here leaves nothing in doubt.
std::optional<int> backend_of(server_connection& c, bool was_idle) {
    try {
        if (was_idle) calls::ping(c);
        return c.backend();
    } catch (const connection_lost& e) {
        throw connection_lost(e.what(), false);
    }
}

/// Without the server's context and libpq's guesses.
std::string_view first_line(std::string_view message) {
    return message.substr(0, message.find('\n'));
}

bool is_gone(const server_error& e) {
    return e.sqlstate == sqlstates::stale_claim || e.sqlstate == sqlstates::unknown_worker;
}

}  // namespace

/// From construction to destruction: the runner's statement for a claim, which is broken off where that isn't
/// wanted any more. The end waits for a request under way, which so can't hit the statement after this one.
class server_pool::statement_under_way {
public:
    statement_under_way(server_pool& pool, runner& r, const claim& of) : pool_(pool), runner_(r) {
        const std::optional<int> backend = backend_of(r.own, clock::now() - r.used_at > idle_time);
        {
            std::scoped_lock lock(r.breaking, pool.mutex_);
            r.backend = backend;
            r.asked.reset();
            r.is_unwanted = false;
            r.is_running = true;
        }
        // What wasn't wanted before it began is only to have the server let go of the claim.
        if (!of.stop.stop_requested()) on_stop_.emplace(of.stop.get_token(), [this] { break_off(); });
    }
    ~statement_under_way() {
        on_stop_.reset();
        runner_.used_at = clock::now();
        std::scoped_lock lock(runner_.breaking, pool_.mutex_);
        runner_.is_running = false;
    }
    statement_under_way(const statement_under_way&) = delete;
    statement_under_way& operator=(const statement_under_way&) = delete;

private:
    void break_off() {
        {
            std::lock_guard lock(pool_.mutex_);
            runner_.is_unwanted = true;
        }
        pool_.to_watch_.notify_one();
    }

    server_pool& pool_;
    runner& runner_;
    std::optional<std::stop_callback<std::function<void()>>> on_stop_;
};

server_pool::server_pool(int connections, const std::string& connection_string, lane& owner)
    : owner_(owner), connection_string_(connection_string) {
    note_connected(0);
    for (int i = 0; i < connections; ++i) runners_.emplace_back(connection_string);
    watcher_ = std::jthread([this](std::stop_token stop) { watch(stop); });
    for (runner& r : runners_) {
        threads_.emplace_back([this, &r](std::stop_token stop) { work(stop, r); });
    }
}

void server_pool::submit(std::string kind, std::shared_ptr<claim> c, int tasks) {
    put_back({std::move(kind), std::move(c), tasks, first_batch}, {});
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
    {
        std::lock_guard lock(mutex_);
        ending_ = abandoned_ = true;
    }
    changed_.notify_all();
    to_watch_.notify_one();
}

bool server_pool::is_idle() {
    std::lock_guard lock(mutex_);
    return std::none_of(runners_.begin(), runners_.end(), [](const runner& r) { return r.is_running; });
}

/// Breaks off what isn't wanted, and gives back what has waited for too long. The first again and again,
/// because a function may catch the request, and one that comes between two statements meets none.
void server_pool::watch(std::stop_token stop) {
    while (!stop.stop_requested()) {
        wait_for_watch(stop);
        for (runner& r : runners_) break_off(r);
        owner_.give_back_overdue(take_overdue());
    }
}

void server_pool::wait_for_watch(std::stop_token stop) {
    std::unique_lock lock(mutex_);
    auto has_unwanted = [this] {
        return std::any_of(runners_.begin(), runners_.end(), [this](runner& r) { return is_unwanted(r); });
    };
    if (has_unwanted()) {
        to_watch_.wait_for(lock, stop, ask_interval, [] { return false; });
    } else if (jobs_.empty()) {
        to_watch_.wait(lock, stop, [&] { return has_unwanted() || !jobs_.empty(); });
    } else {
        to_watch_.wait_for(lock, stop, longest_claim / 2, has_unwanted);
    }
}

/// What is to be reported or tried again stays.
bool server_pool::is_overdue(const job& j) const {
    return j.crash.empty() && !j.backoff.has_begun() && clock::now() - j.submitted > longest_claim;
}

std::vector<int64_t> server_pool::take_overdue() {
    std::vector<int64_t> result;
    std::lock_guard lock(mutex_);
    std::erase_if(jobs_, [&](const job& j) {
        if (!is_overdue(j)) return false;
        result.push_back(j.of->claim_id);
        return true;
    });
    return result;
}

bool server_pool::others_wait() {
    std::lock_guard lock(mutex_);
    const auto next = first_due();
    return next != jobs_.end() && next->due <= clock::now();
}

void server_pool::break_off(runner& r) {
    std::lock_guard breaking(r.breaking);
    {
        std::lock_guard lock(mutex_);
        if (!is_unwanted(r)) return;
    }
    const auto now = std::chrono::steady_clock::now();
    if (!r.asked) r.asked = now;
    r.own.cancel();
    if (!r.backend || now - *r.asked < patience) return;
    r.asked = now;
    end_session(*r.backend);
}

/// The worker's own sessions are its to end.
void server_pool::end_session(int backend) {
    try {
        server_connection other(connection_string_);
        calls::end_session(other, backend);
        log::warn("a function declined to be stopped: its session was ended",
                  {{"backend", std::to_string(backend)}});
    } catch (const std::runtime_error& e) {
        log::error("can't end the session of a function that declines to be stopped",
                   {{"backend", std::to_string(backend)}, {"reason", e.what()}});
    }
}

/// A claim is taken by a connection that is there: one that can't be made holds nothing up.
void server_pool::work(std::stop_token stop, runner& r) {
    backoff_pause backoff;
    while (!stop.stop_requested() && !ending_) {
        if (connect(r.own)) {
            backoff = {};
            note_connected(1);
            work_while_connected(stop, r);
            note_connected(-1);
        }
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, stop, backoff.next(), [&] { return ending_.load(); });
    }
}

bool server_pool::connect(server_connection& c) {
    try {
        // A pooler lets everybody in: only a statement shows whether there is a session of the server's.
        c.backend();
        return true;
    } catch (const connection_lost& e) {
        log::warn("no connection to run SQL on", {{"reason", e.what()}});
        owner_.watch().status->note_no_connection(e.what());
        return false;
    }
}

/// Where there is no connection at all, the lane claims nothing, and what waits here is left to others; but
/// not what has to be reported.
void server_pool::note_connected(int change) {
    std::lock_guard lock(mutex_);
    connected_ += change;
    owner_.set_slots(connected_);
    owner_.watch().status->can_execute = connected_ > 0;
    if (connected_ > 0 || ending_) return;
    std::vector<int64_t> unserved;
    std::erase_if(jobs_, [&](const job& j) {
        if (j.crash.empty()) unserved.push_back(j.of->claim_id);
        return j.crash.empty();
    });
    owner_.give_back(unserved);
}

void server_pool::work_while_connected(std::stop_token stop, runner& r) {
    while (std::optional<job> next = take(stop)) {
        try {
            switch (run(r, *next, stop)) {
            case run_end::over:
                finish(*next);
                break;
            case run_end::more:
                put_back(std::move(*next), {});
                break;
            case run_end::overdue:
                owner_.give_back_overdue({next->of->claim_id});
                break;
            case run_end::busy:
                owner_.give_back({next->of->claim_id});
                break;
            case run_end::error: {
                const std::chrono::milliseconds pause = next->backoff.next();
                put_back(std::move(*next), pause);
            }
            }
        } catch (const connection_lost& e) {
            // What answers something else isn't asked again.
            r.own.disconnect();
            note_lost(*next, e);
            return put_back(std::move(*next), {});
        }
    }
}

/// Returns nothing where no more is to be begun.
std::optional<server_pool::job> server_pool::take(std::stop_token stop) {
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested() && !ending_) {
        const auto next = first_due();
        if (next != jobs_.end() && next->due <= clock::now()) {
            job result = std::move(*next);
            jobs_.erase(next);
            return result;
        }
        const uint64_t known = submissions_;
        auto is_changed = [&] { return ending_ || submissions_ != known; };
        if (next == jobs_.end()) {
            changed_.wait(lock, stop, is_changed);
        } else {
            // A copy: the job may be gone meanwhile.
            const clock::time_point due = next->due;
            changed_.wait_until(lock, stop, due, is_changed);
        }
    }
    return std::nullopt;
}

/// The caller holds the lock.
std::deque<server_pool::job>::iterator server_pool::first_due() {
    return std::min_element(jobs_.begin(), jobs_.end(),
                            [](const job& a, const job& b) { return a.due < b.due; });
}

void server_pool::put_back(job j, std::chrono::milliseconds pause) {
    {
        std::lock_guard lock(mutex_);
        j.due = clock::now() + pause;
        // What is dropped at the end is counted; this one isn't there any more. To all: one that waits to
        // connect again would keep the news to itself.
        if (!ending_) {
            jobs_.push_back(std::move(j));
            ++submissions_;
            to_watch_.notify_one();
            return changed_.notify_all();
        }
    }
    finish(j);
}

void server_pool::finish(const job& j) {
    owner_.note_done(j.tasks - j.noted);
    owner_.finish_claim(j.of->claim_id, j.tasks);
}

/// What isn't wanted any more is broken off.
server_pool::run_end server_pool::run(runner& r, job& j, std::stop_token stop) {
    while (!ending_ && !stop.stop_requested()) {
        if (!j.crash.empty()) return report(r.own, j) ? run_end::over : run_end::error;
        const bool is_unwanted = j.of->stop.stop_requested();
        try {
            // Once more where it isn't wanted any more: the server lets go of the claim.
            if (!run_batch(r, j) || is_unwanted) return run_end::over;
            j.patience = {};
            j.backoff = {};
            if (is_overdue(j)) return run_end::overdue;
            if (others_wait()) return run_end::more;
        } catch (const server_error& e) {
            if (is_gone(e)) {
                if (!is_unwanted) {
                    log::warn("claim is gone",
                              {{"claim", std::to_string(j.of->claim_id)}, {"step", j.of->step_slug}});
                }
                return run_end::over;
            }
            if (e.sqlstate == sqlstates::lock_not_available) return run_end::busy;
            if (e.sqlstate == sqlstates::query_canceled && j.of->stop.stop_requested()) continue;
            note_error(j, e);
            if (j.crash.empty()) return run_end::error;
        }
    }
    return run_end::over;
}

/// A statement that was cancelled, as by statement_timeout, and an error that comes again, come from what
/// ran.
void server_pool::note_error(job& j, const server_error& e) {
    log::error("running on the server failed", {{"claim", std::to_string(j.of->claim_id)},
                                                {"step", j.of->step_slug},
                                                {"reason", clean_error(e.what())},
                                                {"sqlstate", e.sqlstate}});
    if (e.sqlstate == sqlstates::query_canceled) {
        j.crash = clean_error(e.what());
    } else if (j.patience.is_over_with(e.sqlstate)) {
        j.crash = clean_error("the server can't run it: " + std::string(e.what()) + " (SQLSTATE " +
                              e.sqlstate + ")");
    }
}

/// A lost connection leaves the outcome in doubt, and what ran may be to blame; but of what isn't wanted any
/// more nothing is recorded.
void server_pool::note_lost(job& j, const connection_lost& e) {
    const bool is_first = j.crash.empty();
    if (e.in_doubt && is_first && !j.of->stop.stop_requested())
        j.crash = "its connection was lost while it ran: " + clean_error(first_line(e.what()));
    log::warn("connection lost", {{"claim", std::to_string(j.of->claim_id)},
                                  {"in_doubt", e.in_doubt ? "true" : "false"},
                                  {"reason", e.what()}});
}

/// Finds out whether the claim is finished, and if not, halves it, so that a task that brings the server down
/// fails in the end. A report that can't be recorded is given up: the claim is not held any more.
bool server_pool::report(server_connection& c, job& j) {
    try {
        calls::report_crash(c, owner_.worker_id(), j.of->claim_id, j.crash);
        return true;
    } catch (const server_error& e) {
        if (is_gone(e)) return true;
        log::error("a crash can't be reported", {{"claim", std::to_string(j.of->claim_id)},
                                                 {"step", j.of->step_slug},
                                                 {"reason", clean_error(e.what())},
                                                 {"sqlstate", e.sqlstate}});
        return j.report_patience.is_over_with(e.sqlstate);
    }
}

bool server_pool::run_batch(runner& r, job& j) {
    const statement_under_way under_way(*this, r, *j.of);
    return j.kind == "internal" ? calls::run_internal(r.own, owner_.worker_id(), j.of->claim_id)
                                : run_sql_tasks(r.own, j);
}

bool server_pool::run_sql_tasks(server_connection& c, job& j) {
    const auto began = clock::now();
    const calls::sql_batch batch = calls::run_sql_tasks(c, owner_.worker_id(), j.of->claim_id, j.next_max);
    j.next_max = batch.next_most;
    owner_.watch().metrics->ran_on_server(j.of->handler, clock::now() - began, batch.done);
    owner_.note_done(batch.done);
    j.noted += batch.done;
    return !batch.is_last;
}

}  // namespace fanout::worker_detail
