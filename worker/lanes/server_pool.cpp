#include "lanes/server_pool.hpp"

#include "base/log.hpp"
#include "tasks/output_text.hpp"

#include <algorithm>

namespace fanout::worker_detail {
namespace {

constexpr std::chrono::milliseconds ask_interval{200}, patience{1000}, idle_time{50};

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

/// After an error of several jobs' statement.
void set_apart(server_job& first, std::vector<server_job>& along, int most_together) {
    first.most_together = most_together;
    for (server_job& o : along) o.most_together = most_together;
}

bool is_gone(const server_error& e) {
    return e.sqlstate == sqlstates::stale_claim || e.sqlstate == sqlstates::unknown_worker;
}

}  // namespace

/// From construction to destruction: the runner's statement for claims, which is broken off where one of them
/// isn't wanted any more. The end waits for a request under way, which so can't hit the statement after this
/// one.
class server_pool::statement_under_way {
public:
    statement_under_way(server_pool& pool, runner& r, const job& first, const std::vector<job>& along = {})
        : pool_(pool), runner_(r) {
        const std::optional<int> backend = backend_of(r.own, clock::now() - r.used_at > idle_time);
        {
            std::scoped_lock lock(r.breaking, pool.mutex_);
            r.backend = backend;
            r.asked.reset();
            r.is_unwanted = false;
            r.is_running = true;
        }
        break_off_without(*first.of);
        for (const job& j : along) break_off_without(*j.of);
    }
    ~statement_under_way() {
        on_stop_.clear();
        runner_.used_at = clock::now();
        std::scoped_lock lock(runner_.breaking, pool_.mutex_);
        runner_.is_running = false;
    }
    statement_under_way(const statement_under_way&) = delete;
    statement_under_way& operator=(const statement_under_way&) = delete;

private:
    /// What wasn't wanted before it began is only to have the server let go of the claim.
    void break_off_without(const claim& c) {
        if (!c.stop.stop_requested()) on_stop_.emplace_back(c.stop.get_token(), [this] { break_off(); });
    }

    void break_off() {
        {
            std::lock_guard lock(pool_.mutex_);
            runner_.is_unwanted = true;
        }
        pool_.to_watch_.notify_one();
    }

    server_pool& pool_;
    runner& runner_;
    std::deque<std::stop_callback<std::function<void()>>> on_stop_;
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
    put_back({.kind = std::move(kind), .of = std::move(c), .tasks = tasks});
}

size_t server_pool::drop(int64_t claim_id) {
    std::lock_guard lock(mutex_);
    const std::optional<job> dropped = jobs_.remove(claim_id);
    return dropped ? static_cast<size_t>(dropped->tasks) : 0;
}

size_t server_pool::drop_all() {
    server_jobs dropped;
    {
        std::lock_guard lock(mutex_);
        ending_ = true;
        std::swap(dropped, jobs_);
    }
    changed_.notify_all();
    return dropped.tasks();
}

void server_pool::abandon() {
    {
        std::lock_guard lock(mutex_);
        ending_ = abandoned_ = true;
    }
    changed_.notify_all();
    to_watch_.notify_one();
}

void server_pool::end_pauses() {
    {
        std::lock_guard lock(mutex_);
        for (runner& r : runners_) r.pause_is_over = true;
    }
    changed_.notify_all();
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
        to_watch_.wait_for(lock, stop, job::longest_claim / 2, has_unwanted);
    }
}

std::vector<int64_t> server_pool::take_overdue() {
    std::lock_guard lock(mutex_);
    return jobs_.remove_overdue(clock::now());
}

bool server_pool::others_wait() {
    std::lock_guard lock(mutex_);
    return jobs_.is_due(clock::now());
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
        changed_.wait_for(lock, stop, backoff.next(), [&] { return ending_ || r.pause_is_over; });
        r.pause_is_over = false;
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
/// not what may be to blame for it.
void server_pool::note_connected(int change) {
    std::lock_guard lock(mutex_);
    connected_ += change;
    owner_.set_slots(connected_);
    owner_.watch().status->can_execute = connected_ > 0;
    if (connected_ > 0 || ending_) return;
    owner_.give_back(jobs_.remove_all_but_suspects());
}

void server_pool::work_while_connected(std::stop_token stop, runner& r) {
    while (std::optional<job> next = take(stop)) {
        try {
            switch (run(r, *next, stop)) {
            case run_end::over:
                finish(*next);
                break;
            case run_end::more:
                next->due = clock::now();
                put_back(std::move(*next));
                break;
            case run_end::overdue:
                owner_.give_back_overdue({next->of->claim_id});
                break;
            case run_end::busy:
                owner_.give_back({next->of->claim_id});
                break;
            case run_end::error:
                next->due = clock::now() + next->backoff.next();
                put_back(std::move(*next));
            }
        } catch (const connection_lost& e) {
            // What answers something else isn't asked again.
            r.own.disconnect();
            note_lost(*next, e);
            return put_back(std::move(*next));
        }
    }
}

/// Returns nothing where no more is to be begun.
std::optional<server_pool::job> server_pool::take(std::stop_token stop) {
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested() && !ending_) {
        if (std::optional<job> next = jobs_.take(clock::now())) return next;
        const uint64_t known = submissions_;
        auto is_changed = [&] { return ending_ || submissions_ != known; };
        if (const auto due = jobs_.next_due()) {
            changed_.wait_until(lock, stop, *due, is_changed);
        } else {
            changed_.wait(lock, stop, is_changed);
        }
    }
    return std::nullopt;
}

std::vector<server_pool::job> server_pool::take_along(const job& first) {
    std::lock_guard lock(mutex_);
    return jobs_.take_along(first, clock::now(), std::max(connected_, 1));
}

void server_pool::put_back(job j) {
    {
        std::lock_guard lock(mutex_);
        // What is dropped at the end is counted; this one isn't there any more. To all: one that waits to
        // connect again would keep the news to itself.
        if (!ending_) {
            jobs_.add(std::move(j));
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
            const statement_end end = run_statement(r, j);
            if (end == statement_end::over || is_unwanted) return run_end::over;
            if (end == statement_end::apart) continue;
            j.patience = {};
            j.backoff = {};
            if (j.is_overdue(clock::now())) return run_end::overdue;
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

server_pool::statement_end server_pool::run_statement(runner& r, job& j) {
    if (j.kind == "internal") return run_internal(r, j) ? statement_end::more : statement_end::over;
    return run_sql_tasks(r, j);
}

bool server_pool::run_internal(runner& r, const job& j) {
    const statement_under_way under_way(*this, r, j);
    return calls::run_internal(r.own, owner_.worker_id(), j.of->claim_id);
}

/// What breaks a statement off leaves open whose fault that was: what went together is tried alone then.
server_pool::statement_end server_pool::run_sql_tasks(runner& r, job& j) {
    std::vector<job> along = take_along(j);
    if (along.empty()) return note_batch(j, along, run_together(r, j, along));
    try {
        return note_batch(j, along, run_together(r, j, along));
    } catch (const server_error& e) {
        const bool is_of_first = is_gone(e) || e.sqlstate == sqlstates::lock_not_available;
        if (!is_of_first) set_apart(j, along, 1);
        for (job& o : along) put_back(std::move(o));
        if (is_of_first) throw;
        if (e.sqlstate != sqlstates::query_canceled) {
            log::warn(
                "claims that failed together are tried alone",
                {{"step", j.of->step_slug}, {"reason", clean_error(e.what())}, {"sqlstate", e.sqlstate}});
        }
        return statement_end::apart;
    } catch (const connection_lost& e) {
        if (e.in_doubt) set_apart(j, along, 1);
        for (job& o : along) put_back(std::move(o));
        throw connection_lost(e.what(), false);
    }
}

/// What is finished is over. The others keep their turns, also where an error has taken back what all have done.
server_pool::statement_end server_pool::note_batch(job& j, std::vector<job>& along,
                                                   const calls::sql_batch& batch) {
    const bool is_taken_back = batch.done == 0 && !batch.is_last;
    j.next_max = batch.next_most;
    j.noted += batch.done;
    if (is_taken_back && !along.empty()) set_apart(j, along, batch.next_most);
    for (job& o : along) {
        if (std::find(batch.finished.begin(), batch.finished.end(), o.of->claim_id) == batch.finished.end()) {
            put_back(std::move(o));
            continue;
        }
        j.noted -= o.tasks;
        o.noted = o.tasks;
        finish(o);
    }
    if (batch.is_last) return statement_end::over;
    return is_taken_back && !along.empty() ? statement_end::apart : statement_end::more;
}

calls::sql_batch server_pool::run_together(runner& r, const job& j, const std::vector<job>& along) {
    std::vector<int64_t> others;
    for (const job& o : along) others.push_back(o.of->claim_id);
    const statement_under_way under_way(*this, r, j, along);
    const auto began = clock::now();
    calls::sql_batch batch =
        calls::run_sql_tasks(r.own, owner_.worker_id(), j.of->claim_id, j.next_max, others);
    owner_.watch().metrics->ran_on_server(j.of->handler, clock::now() - began, batch.done);
    owner_.note_done(batch.done);
    return batch;
}

}  // namespace fanout::worker_detail
