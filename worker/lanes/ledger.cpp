#include "lanes/ledger.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace fanout::worker_detail {
namespace {

constexpr std::chrono::seconds longest_silence{1};

}  // namespace

void ledger::set_slots(int slots) {
    {
        std::lock_guard lock(mutex_);
        demand_.set_slots(slots);
    }
    changed_.notify_one();
}

void ledger::finish(std::vector<outcome> outcomes) {
    {
        std::lock_guard lock(mutex_);
        // What fails after that was stopped: its claim is given back, and its attempt is not used up.
        if (abandoned_) std::erase_if(outcomes, [](const outcome& o) { return o.error.has_value(); });
        for (outcome& o : outcomes) o.goes_back = o.goes_back || is_unwanted(o);
        std::move(outcomes.begin(), outcomes.end(), std::back_inserter(outcomes_));
        note_pause();
    }
    changed_.notify_one();
}

/// Whether it failed because it was stopped, or may have.
bool ledger::is_unwanted(const outcome& o) const {
    if (!o.error) return false;
    const std::shared_ptr<claim> of = claims_.find(o.claim_id);
    return of && of->stop.stop_requested();
}

void ledger::give_back(const std::vector<int64_t>& claim_ids) {
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

void ledger::give_back_overdue(const std::vector<int64_t>& claim_ids) {
    if (claim_ids.empty()) return;
    {
        std::lock_guard lock(mutex_);
        demand_.window().begin_anew(clock::now());
    }
    give_back(claim_ids);
}

void ledger::note_done(int tasks) {
    std::lock_guard lock(mutex_);
    demand_.window().finished(tasks, clock::now());
}

void ledger::finish_claim(int64_t claim_id, int tasks) {
    {
        std::lock_guard lock(mutex_);
        claims_.release(claim_id, tasks);
        note_pause();
        demand_.wake();
    }
    changed_.notify_one();
}

void ledger::wake() {
    {
        std::lock_guard lock(mutex_);
        demand_.wake();
    }
    changed_.notify_one();
}

void ledger::end_pause() {
    {
        std::lock_guard lock(mutex_);
        pause_is_over_ = true;
    }
    changed_.notify_one();
}

void ledger::check_in(int64_t worker_id) {
    {
        std::lock_guard lock(mutex_);
        if (worker_id_ != worker_id) return;
        checks_in_ = true;
    }
    changed_.notify_one();
}

void ledger::drain() {
    {
        std::lock_guard lock(mutex_);
        draining_ = true;
        demand_.end();
    }
    changed_.notify_one();
}

void ledger::abandon() {
    std::vector<std::shared_ptr<claim>> unwanted;
    {
        std::lock_guard lock(mutex_);
        draining_ = abandoned_ = true;
        demand_.end();
        unwanted = claims_.all();
    }
    changed_.notify_one();
    // Whoever heeds it may take its time to.
    for (const auto& c : unwanted) c->stop.request_stop();
}

void ledger::stop_claims(const std::vector<int64_t>& claim_ids) const {
    std::vector<std::shared_ptr<claim>> unwanted;
    {
        std::lock_guard lock(mutex_);
        for (int64_t id : claim_ids) {
            if (auto c = claims_.find(id)) unwanted.push_back(std::move(c));
        }
    }
    for (const auto& c : unwanted) c->stop.request_stop();
}

void ledger::report(task_report r) {
    std::lock_guard lock(mutex_);
    const std::shared_ptr<claim> of = claims_.find(r.claim_id);
    if (!of) return;
    const auto was_due_at = reports_.due_at();
    reports_.add(std::move(r), of->heartbeat_timeout);
    if (reports_.due_at() < was_due_at) changed_.notify_one();
}

holdings ledger::held() const {
    std::lock_guard lock(mutex_);
    holdings result{worker_id_, handing_in_, recorded_};
    const std::vector<int64_t> in_flight = claims_.ids();
    result.claim_ids.insert(result.claim_ids.end(), in_flight.begin(), in_flight.end());
    busy_.add_claims_to(result.claim_ids);
    return result;
}

bool ledger::works_on(const std::string& run_id) const {
    std::lock_guard lock(mutex_);
    return claims_.has_run(run_id);
}

bool ledger::is_draining() const {
    std::lock_guard lock(mutex_);
    return draining_;
}

batch ledger::next_batch(const lane_peers& peers, loop_status& status) {
    std::unique_lock lock(mutex_);
    handing_in_.clear();
    wait_for_something(lock, peers, status);
    const auto now = clock::now();
    batch result;
    result.checks_in = std::exchange(checks_in_, false);
    result.outcomes = take_outcomes(now);
    result.reports = reports_.take(result.outcomes, now);
    result.want = demand_.ask(claims_.in_flight(), peers, now);
    // A task that holds a slot of a limit is not to wait here for one of ours. One at least: a lane that
    // always holds other tasks ahead would never take any.
    result.free_slots = std::max(demand_.slots() - claims_.in_flight(), 1);
    return result;
}

/// A report that comes meanwhile may be due before the next look, and all the while the loop says that it isn't
/// stuck.
void ledger::wait_for_something(std::unique_lock<std::mutex>& lock, const lane_peers& peers,
                                loop_status& status) {
    const bool was_draining = draining_;
    const auto look_at = clock::now() + demand_.time_to_next_look(peers);
    for (auto now = clock::now(); now < look_at && !is_ready(was_draining, now); now = clock::now()) {
        status.turn(now);
        changed_.wait_until(lock,
                            std::min({look_at, reports_.due_at(), busy_.due_at(), now + longest_silence}));
    }
}

bool ledger::is_ready(bool was_draining, clock::time_point now) const {
    if (abandoned_ || checks_in_ || !outcomes_.empty() || draining_ != was_draining) return true;
    if (now >= std::min(reports_.due_at(), busy_.due_at())) return true;
    if (draining_) return claims_.in_flight() == 0 && busy_.empty();
    return demand_.is_due(claims_.in_flight());
}

/// What has been finished, as far as it fits into one call.
std::vector<outcome> ledger::take_outcomes(clock::time_point now) {
    std::ptrdiff_t count = 0;
    size_t bytes = 0;
    for (; count < std::ssize(outcomes_) && bytes < most_bytes_a_call; ++count)
        bytes += size_of(outcomes_[static_cast<size_t>(count)]);
    std::vector<outcome> rest(std::make_move_iterator(outcomes_.begin() + count),
                              std::make_move_iterator(outcomes_.end()));
    outcomes_.resize(static_cast<size_t>(count));
    std::vector<outcome> taken = std::exchange(outcomes_, std::move(rest));
    for (const outcome& o : taken) claims_.release(o);
    if (!taken.empty()) {
        note_pause();
        demand_.window().finished(static_cast<int>(count), now);
    }
    // They have been taken off before.
    std::vector<outcome> again = busy_.take(now, bytes < most_bytes_a_call ? most_bytes_a_call - bytes : 0);
    std::move(again.begin(), again.end(), std::back_inserter(taken));
    for (const outcome& o : taken) {
        if (handing_in_.empty() || handing_in_.back() != o.claim_id) handing_in_.push_back(o.claim_id);
    }
    return taken;
}

/// Where all that is in flight waits to be sent, nothing is executed.
void ledger::note_pause() {
    if (claims_.in_flight() <= static_cast<int>(outcomes_.size())) demand_.window().pause(clock::now());
}

void ledger::add(const std::shared_ptr<claim>& c, int tasks) {
    std::lock_guard lock(mutex_);
    demand_.window().resume(clock::now());
    claims_.add(c, tasks);
}

bool ledger::note_answer(batch& b, int claimed, const exchange_answer& answer, int64_t sequence) {
    std::lock_guard lock(mutex_);
    if (claimed > 0 || !b.outcomes.empty()) recorded_ = sequence;
    if (!answer.busy.empty()) busy_.keep(b.outcomes, answer.busy, clock::now());
    demand_.note_answer(b.want, claimed, answer);
    return claims_.in_flight() == 0 && outcomes_.empty() && busy_.empty() &&
           (demand_.found_nothing() || b.want == 0);
}

std::shared_ptr<claim> ledger::lose(int64_t claim_id, int unbegun) {
    std::lock_guard lock(mutex_);
    std::shared_ptr<claim> lost = claims_.find(claim_id);
    if (!lost) return nullptr;
    claims_.release(claim_id, unbegun);
    note_pause();
    return lost;
}

void ledger::set_worker(int64_t id) {
    std::lock_guard lock(mutex_);
    worker_id_ = id;
}

std::vector<int64_t> ledger::forget_worker() {
    std::lock_guard lock(mutex_);
    worker_id_ = 0;
    recorded_ = 0;
    reports_.clear();
    handing_in_.clear();
    busy_.clear();
    std::vector<int64_t> ids = claims_.ids();
    for (const outcome& o : std::exchange(outcomes_, {})) claims_.release(o);
    note_pause();
    demand_.wake();
    return ids;
}

void ledger::note_dropped(int tasks) {
    std::lock_guard lock(mutex_);
    claims_.release_unbegun(tasks);
}

bool ledger::goes_on(loop_status& status) const {
    std::lock_guard lock(mutex_);
    status.in_flight = claims_.in_flight();
    return !abandoned_ && (!draining_ || claims_.in_flight() > 0 || !outcomes_.empty() || !busy_.empty());
}

std::vector<task_report> ledger::take_reports() {
    std::lock_guard lock(mutex_);
    return reports_.take_all();
}

int64_t ledger::recorded() const {
    std::lock_guard lock(mutex_);
    return recorded_;
}

bool ledger::took_all() const {
    std::lock_guard lock(mutex_);
    return demand_.took_all();
}

ledger::clock::duration ledger::time_without_tasks(clock::time_point now) const {
    std::lock_guard lock(mutex_);
    return demand_.window().paused(now);
}

bool ledger::pause_unless_draining(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    pause(lock, time, draining_);
    return !draining_;
}

bool ledger::pause_unless_abandoned(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    pause(lock, time, abandoned_);
    return !abandoned_;
}

/// The server may have come while the attempt before this pause was failing.
void ledger::pause(std::unique_lock<std::mutex>& lock, std::chrono::milliseconds time, const bool& is_ended) {
    changed_.wait_for(lock, time, [&] { return is_ended || pause_is_over_; });
    pause_is_over_ = false;
}

}  // namespace fanout::worker_detail
