#include "lanes/lane.hpp"

#include "base/log.hpp"
#include "server/array_text.hpp"
#include "server/calls.hpp"
#include "server/error_patience.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <thread>
#include <utility>

namespace fanout::worker_detail {
namespace {

constexpr std::chrono::milliseconds locked_pause{5};
constexpr std::chrono::milliseconds shortest_pause{1};
// A call after which the next one comes soon.
constexpr std::chrono::milliseconds short_call{5};
// What comes within this time is asked for without another look before, and the server doesn't take us for
// idle.
constexpr std::chrono::milliseconds soon{20};
constexpr std::chrono::seconds longest_silence{1};
constexpr std::chrono::seconds longest_unregistering{10};
// Of results in one call. The server takes a gigabyte at most, escaped and all.
constexpr size_t most_result_bytes = 8 << 20;
// Of one report: the server takes no more.
constexpr size_t most_report_bytes = 64 << 10;

/// Errors about the values that were sent: some result can't be recorded as it is.
bool is_about_values(const server_error& e) {
    const std::string state_class = e.sqlstate.substr(0, 2);
    return state_class == "22" || state_class == "54";
}

/// Of a handler's lanes that wait for the server: more wouldn't make it faster.
std::ptrdiff_t most_that_wait() {
    static const auto most =
        std::max<std::ptrdiff_t>(4, std::ptrdiff_t{2} * std::thread::hardware_concurrency());
    return most;
}

}  // namespace

void lane::finish(std::vector<outcome> outcomes) {
    watch_.metrics->attempts_ended(outcomes);
    {
        std::lock_guard lock(mutex_);
        // What fails after that was stopped: its claim is given back, and its attempt is not used up.
        if (abandoned_) std::erase_if(outcomes, [](const outcome& o) { return o.error.has_value(); });
        for (outcome& o : outcomes) o.goes_back = is_unwanted(o);
        std::move(outcomes.begin(), outcomes.end(), std::back_inserter(outcomes_));
        note_pause();
    }
    changed_.notify_one();
}

void lane::give_back(const std::vector<int64_t>& claim_ids) {
    {
        std::lock_guard lock(mutex_);
        for (int64_t id : claim_ids) {
            outcomes_.push_back({.claim_id = id,
                                 .index = outcome::whole_claim,
                                 .output = {},
                                 .error = {},
                                 .goes_back = true});
        }
    }
    changed_.notify_one();
}

void lane::give_back_overdue(const std::vector<int64_t>& claim_ids) {
    if (claim_ids.empty()) return;
    {
        std::lock_guard lock(mutex_);
        window_.begin_anew(std::chrono::steady_clock::now());
    }
    give_back(claim_ids);
}

void lane::note_done(int tasks) {
    std::lock_guard lock(mutex_);
    window_.finished(tasks, std::chrono::steady_clock::now());
}

/// Whether it failed because it was stopped, or may have. The caller holds the lock.
bool lane::is_unwanted(const outcome& o) const {
    const auto held = claims_.find(o.claim_id);
    return o.error && held != claims_.end() && held->second.of->stop.stop_requested();
}

void lane::set_slots(int slots) {
    {
        std::lock_guard lock(mutex_);
        // What was told while there were none is still to be looked for.
        woken_ = woken_ || (slots_ == 0 && slots > 0);
        slots_ = slots;
        window_.set_slots(slots);
    }
    changed_.notify_one();
}

void lane::finish_claim(int64_t claim_id, int tasks) {
    {
        std::lock_guard lock(mutex_);
        release(claim_id, tasks);
        woken_ = true;
        empty_answers_ = 0;
    }
    changed_.notify_one();
}

void lane::wake() {
    {
        std::lock_guard lock(mutex_);
        woken_ = true;
        empty_answers_ = 0;
    }
    changed_.notify_one();
}

void lane::check_in(int64_t worker_id) {
    {
        std::lock_guard lock(mutex_);
        if (worker_id_ != worker_id) return;
        checks_in_ = true;
    }
    changed_.notify_one();
}

lane::holdings lane::held() const {
    std::lock_guard lock(mutex_);
    holdings result{worker_id_, handing_in_, recorded_};
    for (const auto& entry : claims_) result.claim_ids.push_back(entry.first);
    busy_.add_claims_to(result.claim_ids);
    return result;
}

std::chrono::steady_clock::duration
lane::time_without_tasks(std::chrono::steady_clock::time_point now) const {
    std::lock_guard lock(mutex_);
    return window_.paused(now);
}

bool lane::serves(const std::string& handler) const {
    return std::find(settings_.handlers.begin(), settings_.handlers.end(), handler) !=
           settings_.handlers.end();
}

void lane::drain() {
    {
        std::lock_guard lock(mutex_);
        draining_ = true;
    }
    changed_.notify_one();
}

void lane::abandon() {
    {
        std::lock_guard lock(mutex_);
        draining_ = abandoned_ = true;
        for (auto& [id, held] : claims_) held.of->stop.request_stop();
    }
    changed_.notify_one();
}

void lane::stop_claims(const std::vector<int64_t>& claim_ids) {
    std::vector<std::shared_ptr<claim>> unwanted;
    {
        std::lock_guard lock(mutex_);
        for (int64_t id : claim_ids) {
            auto held = claims_.find(id);
            if (held != claims_.end()) unwanted.push_back(held->second.of);
        }
    }
    // Whoever heeds it may take its time to.
    for (const auto& c : unwanted) c->stop.request_stop();
}

bool lane::works_on(const std::string& run_id) const {
    std::lock_guard lock(mutex_);
    return std::any_of(claims_.begin(), claims_.end(),
                       [&](const auto& entry) { return entry.second.of->run_id == run_id; });
}

/// Returns false as soon as `until`, one of the lane's flags, is set.
bool lane::pause(std::chrono::milliseconds time, const bool& until) {
    std::unique_lock lock(mutex_);
    return !changed_.wait_for(lock, time, [&] { return until; });
}

void lane::note_connected() {
    if (watch_.status->set_connected()) watch_.metrics->reconnected();
}

/// @param former  the id that it had, which it gives up first; 0: none
bool lane::register_worker(int64_t former) {
    for (backoff_pause backoff;;) {
        watch_.status->turn();
        try {
            const asking server(*watch_.status);
            give_up(std::exchange(former, 0));
            const int64_t id = calls::register_worker(connection_, settings_.worker_name, settings_.handlers,
                                                      settings_.queues, settings_.slots);
            {
                std::lock_guard lock(mutex_);
                worker_id_ = id;
            }
            sequence_ = 0;
            watch_.status->is_in_copy = false;
            has_registered_ = true;
            note_connected();
            log::info("registered",
                      {{"worker", std::to_string(worker_id_)}, {"handlers", text_array(settings_.handlers)}});
            return true;
        } catch (const connection_lost& e) {
            const auto time = backoff.next();
            log::warn("can't connect", {{"reason", e.what()}, {"retry_ms", std::to_string(time.count())}});
            if (!pause(time, draining_)) return false;
        } catch (const server_error& e) {
            log::error("can't register", {{"reason", e.what()}, {"sqlstate", e.sqlstate}});
            // Who has served before goes on to, also while the extension is made anew.
            watch_.status->is_in_copy = e.sqlstate == sqlstates::database_copy;
            const bool may_pass = has_registered_ || watch_.status->is_in_copy || is_transient(e.sqlstate);
            if (may_pass && pause(backoff.next(), draining_)) continue;
            failed_ = !may_pass;
            return false;
        }
    }
}

/// What the server still knows of this worker goes back into the queue; it may know nothing of it.
void lane::give_up(int64_t former) {
    if (former == 0) return;
    try {
        calls::unregister_worker(connection_, former);
    } catch (const server_error& e) {
        // Its lease ends.
        if (e.sqlstate != sqlstates::unknown_worker && e.sqlstate != sqlstates::lock_not_available) throw;
    }
}

void lane::unregister_worker() {
    if (worker_id_ == 0) return;
    const auto end = std::chrono::steady_clock::now() + longest_unregistering;
    while (!try_to_unregister(end)) std::this_thread::sleep_for(locked_pause);
}

/// Returns false where it is to be tried again: a claim is locked, by a function that is being stopped, or by
/// whoever drops its flow.
bool lane::try_to_unregister(std::chrono::steady_clock::time_point end) {
    const asking server(*watch_.status);
    try {
        calls::unregister_worker(connection_, worker_id_);
        log::info("unregistered", {{"worker", std::to_string(worker_id_)}});
    } catch (const std::exception& e) {
        const auto* refused = dynamic_cast<const server_error*>(&e);
        const bool is_busy = refused && refused->sqlstate == sqlstates::lock_not_available;
        if (is_busy && std::chrono::steady_clock::now() < end) return false;
        log::warn("can't unregister: its lease will end",
                  {{"worker", std::to_string(worker_id_)}, {"reason", e.what()}});
    }
    return true;
}

/// Waits until there is something to say or to ask.
lane::batch lane::next_batch() {
    using clock = std::chrono::steady_clock;
    std::unique_lock lock(mutex_);
    handing_in_.clear();
    const bool was_draining = draining_;
    auto ready = [&] {
        if (abandoned_ || checks_in_ || !outcomes_.empty() || draining_ != was_draining) return true;
        if (clock::now() >= std::min(reports_.due_at(), busy_.due_at())) return true;
        if (draining_) return in_flight_ == 0 && busy_.empty();
        return woken_ && room_to_claim() > 0;
    };
    const auto poll_at = clock::now() + time_to_next_poll();
    // A report that comes meanwhile may be due before the poll, and all the while the loop says that it isn't
    // stuck.
    while (!ready() && clock::now() < poll_at) {
        const auto now = clock::now();
        watch_.status->turn(now);
        changed_.wait_until(lock,
                            std::min({poll_at, reports_.due_at(), busy_.due_at(), now + longest_silence}));
    }
    batch result;
    result.checks_in = std::exchange(checks_in_, false);
    result.outcomes = take_outcomes();
    result.reports = reports_.take(result.outcomes, clock::now());
    passed_ = (!woken_ && yields()) || is_surplus();
    result.want = passed_ ? 0 : room_to_claim();
    // A task that holds a slot of a limit is not to wait here for one of ours. One at least: a lane that
    // always holds other tasks ahead would never take any.
    result.free_slots = std::max(slots_ - in_flight_, 1);
    woken_ = took_all_ = false;
    wait_.reset();
    return result;
}

std::chrono::microseconds lane::time_to_next_poll() const {
    using std::chrono::microseconds;
    const microseconds poll_interval = std::chrono::milliseconds(settings_.poll_interval_ms);
    if (wait_)
        return std::clamp(*wait_, std::min<microseconds>(shortest_pause, poll_interval), poll_interval);
    if (again_) return locked_pause;
    // For what comes now: the server wakes only workers that have found nothing. But to look at once would
    // make the results of tasks that take no time wait for the answer.
    // Those further behind are woken by the one before, once that has found something.
    const bool looks_soon = passed_ && std::ssize(before_) <= most_that_wait() && !all_before_are_idle();
    if (looks_soon) return std::min<microseconds>(soon, poll_interval);
    return took_all_ ? std::min<microseconds>(shortest_pause, poll_interval) : poll_interval;
}

/// What has been finished, as far as it fits into one call.
std::vector<outcome> lane::take_outcomes() {
    std::ptrdiff_t count = 0;
    size_t bytes = 0;
    for (; count < std::ssize(outcomes_) && bytes < most_result_bytes; ++count)
        bytes += size_of(outcomes_[static_cast<size_t>(count)]);
    std::vector<outcome> rest(std::make_move_iterator(outcomes_.begin() + count),
                              std::make_move_iterator(outcomes_.end()));
    outcomes_.resize(static_cast<size_t>(count));
    std::vector<outcome> taken = std::exchange(outcomes_, std::move(rest));
    const auto now = std::chrono::steady_clock::now();
    for (const outcome& o : taken) release(o);
    if (!taken.empty()) window_.finished(static_cast<int>(count), now);
    // They have been taken off before.
    std::vector<outcome> again = busy_.take(now, bytes < most_result_bytes ? most_result_bytes - bytes : 0);
    std::move(again.begin(), again.end(), std::back_inserter(taken));
    for (const outcome& o : taken) {
        if (handing_in_.empty() || handing_in_.back() != o.claim_id) handing_in_.push_back(o.claim_id);
    }
    return taken;
}

/// Keeps what a task says of itself, as far as the server would take it.
void lane::report(task_report r) {
    const bool too_long = r.details.size() > most_report_bytes;
    if (too_long || !nlohmann::json::accept(r.details)) {
        log::warn("report is not stored",
                  {{"claim", std::to_string(r.claim_id)},
                   {"task", std::to_string(r.index)},
                   {"reason", too_long ? "it is longer than 64 KB" : "it is not valid JSON"}});
        return;
    }
    std::lock_guard lock(mutex_);
    const auto held = claims_.find(r.claim_id);
    if (held == claims_.end()) return;
    const auto was_due_at = reports_.due_at();
    reports_.add(std::move(r), held->second.of->heartbeat_timeout);
    if (reports_.due_at() < was_due_at) changed_.notify_one();
}

/// A heartbeat with reports, or several. What is sent is taken off; what a lost connection leaves is in doubt
/// and may be sent again.
void lane::send_reports(std::vector<task_report>& reports) {
    while (!reports.empty()) {
        std::ptrdiff_t count = 0;
        for (size_t bytes = 0; count < std::ssize(reports) && bytes < most_result_bytes; ++count)
            bytes += reports[static_cast<size_t>(count)].details.size();
        std::vector<int64_t> to_stop;
        {
            const asking server(*watch_.status);
            to_stop =
                calls::report(connection_, worker_id_, std::span(reports).first(static_cast<size_t>(count)));
        }
        stop_claims(to_stop);
        reports.erase(reports.begin(), reports.begin() + count);
    }
}

/// Before the claims are given back, for whoever gets them next.
void lane::send_last_reports() {
    std::vector<task_report> reports;
    {
        std::lock_guard lock(mutex_);
        reports = reports_.take_all();
    }
    if (worker_id_ == 0) return;
    try {
        send_reports(reports);
    } catch (const std::exception& e) {
        log::warn("the last reports are lost",
                  {{"worker", std::to_string(worker_id_)}, {"reason", e.what()}});
    }
}

/// How many tasks to ask for; none while the executors have enough to do and it would be a small claim.
int lane::room_to_claim() const {
    const int size = window_.size();
    const int room = size - in_flight_;
    if (draining_ || room <= 0 || slots_ == 0) return 0;
    if (in_flight_ > slots_ && room < size / 4) return 0;
    return std::min({room, std::max(size / settings_.claims, 1), settings_.most_a_claim});
}

void lane::add_in_flight(const std::shared_ptr<claim>& c, int tasks) {
    std::lock_guard lock(mutex_);
    window_.resume(std::chrono::steady_clock::now());
    held_claim& held = claims_[c->claim_id];
    held.of = c;
    held.in_flight += tasks;
    in_flight_ += tasks;
}

/// Where all that is in flight waits to be sent, nothing is executed. The caller holds the lock.
void lane::note_pause() {
    if (in_flight_ <= static_cast<int>(outcomes_.size())) window_.pause(std::chrono::steady_clock::now());
}

/// Tasks of a claim are no longer in flight. The caller holds the lock.
void lane::release(int64_t claim_id, int tasks) {
    in_flight_ -= tasks;
    auto held = claims_.find(claim_id);
    if (held != claims_.end() && (held->second.in_flight -= tasks) <= 0) claims_.erase(held);
    note_pause();
}

void lane::release(const outcome& o) {
    const auto held = claims_.find(o.claim_id);
    const bool is_whole = o.index == outcome::whole_claim && held != claims_.end();
    release(o.claim_id, is_whole ? held->second.in_flight : 1);
}

void lane::run(task_sink& sink) {
    if (!register_worker()) return watch_.status->end();
    while (goes_on(sink)) {
        batch b = next_batch();
        if (b.only_reports() && b.reports.empty()) continue;
        if (!exchange(sink, std::move(b))) break;
    }
    send_last_reports();
    unregister_worker();
    watch_.status->end();
}

bool lane::goes_on(task_sink& sink) {
    std::lock_guard lock(mutex_);
    // What the last exchange claimed while the signal arrived is given back, too.
    if (draining_) in_flight_ -= static_cast<int>(sink.drop_all());
    watch_.status->in_flight = in_flight_;
    return !abandoned_ && (!draining_ || in_flight_ > 0 || !outcomes_.empty() || !busy_.empty());
}

/// Sends one batch until the server has answered: a lost connection leaves it in doubt, and the same sequence
/// again is the same call. Reports go first, while the claims of what has failed still hold it. Returns false
/// where the lane can't go on.
bool lane::exchange(task_sink& sink, batch b) {
    const bool only_reports = b.only_reports();
    if (!only_reports) ++sequence_;
    for (backoff_pause backoff;;) {
        watch_.status->turn(std::chrono::steady_clock::now());
        try {
            send_reports(b.reports);
            if (!only_reports) exchange_once(sink, b);
            note_connected();
            return true;
        } catch (const connection_lost& e) {
            watch_.status->set_disconnected(e.what());
            const auto time = backoff.next();
            log::warn("connection lost", {{"worker", std::to_string(worker_id_)},
                                          {"reason", e.what()},
                                          {"retry_ms", std::to_string(time.count())}});
            if (!pause(time, abandoned_)) return true;
        } catch (const answer_refused& e) {
            connection_.disconnect();
            if (!pause(distrust_.next(), abandoned_)) return true;
            return start_over(sink, e.what(), true);
        } catch (const server_error& e) {
            // Behind it another must have counted on: this machine is a copy, and the claims are the other's.
            const bool is_behind = e.sqlstate == sqlstates::out_of_sequence;
            // In a database that was put in place of ours, nothing is ours either.
            const bool is_elsewhere = is_behind || e.sqlstate == sqlstates::database_copy;
            if (is_elsewhere || e.sqlstate == sqlstates::unknown_worker)
                return start_over(sink, e.what(), !is_elsewhere);
            log::error(
                "exchange failed",
                {{"worker", std::to_string(worker_id_)}, {"reason", e.what()}, {"sqlstate", e.sqlstate}});
            // Without its reports the batch is none the worse.
            if (is_about_values(e) && !b.reports.empty()) {
                b.reports.clear();
                continue;
            }
            if (is_about_values(e) && !b.outcomes.empty() && !b.replaced)
                return exchange_apart(sink, std::move(b), e);
            if (!pause(backoff.next(), abandoned_)) return true;
        }
    }
}

/// Throws where the server has not answered, or with an error.
void lane::exchange_once(task_sink& sink, batch& b) {
    const auto began = std::chrono::steady_clock::now();
    starvation_.asks(began);
    const calls::exchange_rows rows = send(b);
    const auto ended = std::chrono::steady_clock::now();
    const auto took = ended - began;
    const auto paused = time_without_tasks(ended);
    exchange_answer answer = read_answer(rows.rows, settings_.handlers);
    distrust_ = {};
    const int claimed = receive(sink, b, std::move(answer));
    // For so long only: it may lose its connection.
    takes_all_until_ =
        took_all_ && took < short_call ? ended + soon : std::chrono::steady_clock::time_point{};
    starvation_.answered(ended, paused, b.want > 0 && claimed == b.want, claimed > 0);
    watch_.metrics->exchanged(took, b.outcomes.size(), static_cast<size_t>(claimed));
}

/// A result that can't be recorded is found by halves, and its attempt fails; its neighbours are none the
/// worse.
bool lane::exchange_apart(task_sink& sink, batch b, const server_error& reason) {
    if (b.outcomes.size() == 1) {
        outcome& o = b.outcomes.front();
        if (!o.goes_back) {
            o = {o.claim_id,
                 o.index,
                 {},
                 "its result could not be recorded (SQLSTATE " + reason.sqlstate + ")",
                 o.final};
        }
        b.replaced = true;
        return exchange(sink, std::move(b));
    }
    const auto middle = b.outcomes.begin() + static_cast<std::ptrdiff_t>(b.outcomes.size() / 2);
    batch first;
    first.outcomes.assign(std::make_move_iterator(b.outcomes.begin()), std::make_move_iterator(middle));
    b.outcomes.erase(b.outcomes.begin(), middle);
    return exchange(sink, std::move(first)) && exchange(sink, std::move(b));
}

calls::exchange_rows lane::send(const batch& b) {
    const asking server(*watch_.status);
    return calls::exchange(connection_, {.worker_id = worker_id_,
                                         .sequence = sequence_,
                                         .want = b.want,
                                         .free_slots = b.free_slots,
                                         .recorded = recorded_,
                                         .outcomes = b.outcomes,
                                         .queue_order = queue_order_.current()});
}

/// Nothing now, but soon, or at a known time.
void lane::read_again(const exchange_answer& answer) {
    wait_ = answer.more_in;
    again_ = answer.has_more_soon || (wait_ && *wait_ < soon);
}

int lane::receive(task_sink& sink, batch& b, exchange_answer answer) {
    const int claimed = answer.claimed_tasks();
    read_again(answer);
    for (int64_t id : answer.stale) drop_claim(sink, id);
    for (const exchange_answer::claimed& c : answer.claims) {
        c.of->report = [this, id = c.of->claim_id](int index, std::string details) {
            report({id, index, std::move(details)});
        };
        add_in_flight(c.of, c.tasks);
        if (c.runs_on_server()) sink.submit_claim(c.kind, c.of, c.tasks);
    }
    if (!answer.unreadable.empty()) finish(std::move(answer.unreadable));
    if (!answer.tasks.empty()) sink.submit(std::move(answer.tasks));
    stop_claims(answer.to_stop);
    if (claimed > 0 && claimed == b.want) wake_next();
    // An order stays until it has given something: where the first queue makes the lane run dry, for a task
    // that is to run alone, another order would fill it again.
    if (claimed > 0) queue_order_.draw();
    std::lock_guard lock(mutex_);
    if (claimed > 0 || !b.outcomes.empty()) recorded_ = sequence_;
    if (!answer.busy.empty()) busy_.keep(b.outcomes, answer.busy, std::chrono::steady_clock::now());
    // One more look right after the first empty answer: from that one on the server wakes us.
    if (b.want > 0) empty_answers_ = claimed > 0 || again_ ? 0 : empty_answers_ + 1;
    took_all_ = claimed > 0 && claimed < b.want;
    if ((claimed > 0 && claimed == b.want) || empty_answers_ == 1) woken_ = true;
    idle_ = in_flight_ == 0 && outcomes_.empty() && busy_.empty() && (empty_answers_ > 0 || b.want == 0);
    return claimed;
}

/// There seems to be more than this lane can take.
void lane::wake_next() {
    const std::shared_ptr<lane> next = next_.lock();
    if (next && next->is_idle()) next->wake();
}

/// How many lanes before this one are like that.
template <typename F> std::ptrdiff_t lane::count_before(F is_so) const {
    return std::count_if(before_.begin(), before_.end(), [&](const std::weak_ptr<lane>& other) {
        const std::shared_ptr<lane> l = other.lock();
        return l && is_so(*l);
    });
}

bool lane::yields() const {
    const auto now = std::chrono::steady_clock::now();
    return count_before([now](const lane& l) { return now < l.takes_all_until_.load(); }) > 0;
}

/// Whether enough lanes before this one wait for the server more than they work. Where tasks take next to no
/// time, more calls at once only get into each other's way: 64 of them took 30% fewer tasks a second than
/// four.
bool lane::is_surplus() const {
    const auto now = std::chrono::steady_clock::now();
    return count_before([now](const lane& l) { return l.starvation_.is_believed(now, l.is_idle()); }) >=
           most_that_wait();
}

bool lane::all_before_are_idle() const {
    return count_before([](const lane& l) { return !l.is_idle(); }) == 0;
}

/// What hasn't begun of a claim is forgotten, what runs is stopped, and keeps its slots until it has ended.
/// Returns the claim, or null where nothing of it was in flight.
std::shared_ptr<claim> lane::lose_claim(task_sink& sink, int64_t id) {
    const auto dropped = static_cast<int>(sink.drop(id));
    std::shared_ptr<claim> lost;
    {
        std::lock_guard lock(mutex_);
        auto held = claims_.find(id);
        if (held == claims_.end()) return nullptr;
        lost = held->second.of;
        release(id, dropped);
    }
    watch_.metrics->claim_lost();
    // Whoever heeds it may take its time to.
    lost->stop.request_stop();
    return lost;
}

void lane::drop_claim(task_sink& sink, int64_t id) {
    const std::shared_ptr<claim> lost = lose_claim(sink, id);
    if (lost) log::warn("claim is gone", {{"claim", std::to_string(id)}, {"step", lost->step_slug}});
}

/// The server doesn't know this worker, or less of it than was recorded, or more than it did: nothing that it
/// holds counts any more.
///
/// @param is_ours  whether what the server still knows of the worker is this lane's to give back
bool lane::start_over(task_sink& sink, const std::string& reason, bool is_ours) {
    std::vector<int64_t> ids;
    int64_t former = 0;
    {
        std::lock_guard lock(mutex_);
        former = worker_id_.exchange(0);
        recorded_ = 0;
        reports_.clear();
        handing_in_.clear();
        busy_.clear();
        for (const auto& entry : claims_) ids.push_back(entry.first);
        for (const outcome& o : std::exchange(outcomes_, {})) release(o);
        woken_ = true;
        empty_answers_ = 0;
    }
    log::warn("registers anew", {{"worker", std::to_string(former)},
                                 {"reason", reason},
                                 {"dropped_claims", std::to_string(ids.size())}});
    for (int64_t id : ids) lose_claim(sink, id);
    return register_worker(is_ours ? former : 0);
}

}  // namespace fanout::worker_detail
