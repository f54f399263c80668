#include "lanes/lane.hpp"

#include "base/log.hpp"
#include "server/calls.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace fanout::worker_detail {
namespace {

// A call after which the next one comes soon, and how soon.
constexpr std::chrono::milliseconds short_call{5}, soon{20};
// Of one report: the server takes no more.
constexpr size_t most_report_bytes = 64 << 10;

/// Errors about the values that were sent: some result can't be recorded as it is.
bool is_about_values(const server_error& e) {
    const std::string state_class = e.sqlstate.substr(0, 2);
    return state_class == "22" || state_class == "54";
}

}  // namespace

void lane::finish(std::vector<outcome> outcomes) {
    watch_.metrics->attempts_ended(outcomes);
    ledger_.finish(std::move(outcomes));
}

bool lane::serves(const std::string& handler) const {
    return std::find(settings_.handlers.begin(), settings_.handlers.end(), handler) !=
           settings_.handlers.end();
}

void lane::run(task_sink& sink) {
    log::set_database(watch_.status->database);
    if (!registration_.make()) return watch_.status->end();
    while (goes_on(sink)) {
        batch b = ledger_.next_batch(peers_, *watch_.status);
        if (b.only_reports() && b.reports.empty()) continue;
        if (!exchange(sink, std::move(b))) break;
    }
    send_last_reports();
    registration_.end();
    watch_.status->end();
}

/// What the last exchange claimed while the signal to drain arrived is given back, too.
bool lane::goes_on(task_sink& sink) {
    if (ledger_.is_draining()) ledger_.note_dropped(static_cast<int>(sink.drop_all()));
    return ledger_.goes_on(*watch_.status);
}

/// Keeps what a task says of itself, as far as the server would take it.
void lane::report(task_report r) {
    const bool too_long = r.details.size() > most_report_bytes;
    if (!too_long && nlohmann::json::accept(r.details)) return ledger_.report(std::move(r));
    log::warn("report is not stored",
              {{"claim", std::to_string(r.claim_id)},
               {"task", std::to_string(r.index)},
               {"reason", too_long ? "it is longer than 64 KB" : "it is not valid JSON"}});
}

/// A heartbeat with reports, or several. What is sent is taken off; what a lost connection leaves is in doubt
/// and may be sent again.
void lane::send_reports(std::vector<task_report>& reports) {
    while (!reports.empty()) {
        std::ptrdiff_t count = 0;
        for (size_t bytes = 0; count < std::ssize(reports) && bytes < most_bytes_a_call; ++count)
            bytes += reports[static_cast<size_t>(count)].details.size();
        std::vector<int64_t> to_stop;
        {
            const asking server(*watch_.status);
            to_stop =
                calls::report(server_, worker_id(), std::span(reports).first(static_cast<size_t>(count)));
        }
        stop_claims(to_stop);
        reports.erase(reports.begin(), reports.begin() + count);
    }
}

/// Before the claims are given back, for whoever gets them next.
void lane::send_last_reports() {
    std::vector<task_report> reports = ledger_.take_reports();
    if (worker_id() == 0) return;
    try {
        send_reports(reports);
    } catch (const std::exception& e) {
        log::warn("the last reports are lost",
                  {{"worker", std::to_string(worker_id())}, {"reason", e.what()}});
    }
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
            watch_.note_connected();
            return true;
        } catch (const connection_lost& e) {
            if (!pause_after(e, backoff)) return true;
        } catch (const answer_refused& e) {
            server_.disconnect();
            if (!ledger_.pause_unless_abandoned(distrust_.next())) return true;
            return start_over(sink, e.what(), true);
        } catch (const server_error& e) {
            // Behind it another must have counted on: this machine is a copy, and the claims are the other's.
            const bool is_behind = e.sqlstate == sqlstates::out_of_sequence;
            // In a database that was put in place of ours, nothing is ours either.
            const bool is_elsewhere = is_behind || e.sqlstate == sqlstates::database_copy;
            if (is_elsewhere || e.sqlstate == sqlstates::unknown_worker)
                return start_over(sink, e.what(), !is_elsewhere);
            if (watch_.status->note_refused(refusal_of_all(e.sqlstate))) {
                log::error("exchange failed", {{"worker", std::to_string(worker_id())},
                                               {"reason", e.what()},
                                               {"sqlstate", e.sqlstate}});
            }
            // Without its reports the batch is none the worse.
            if (is_about_values(e) && !b.reports.empty()) {
                b.reports.clear();
                continue;
            }
            if (is_about_values(e) && !b.outcomes.empty() && !b.replaced)
                return exchange_apart(sink, std::move(b), e);
            // Who only asked for work, and was refused, has nothing to wait for once it drains.
            const bool hands_in = !b.outcomes.empty() || !b.reports.empty();
            const auto time = backoff.next();
            if (!(hands_in ? ledger_.pause_unless_abandoned(time) : ledger_.pause_unless_draining(time)))
                return true;
        }
    }
}

/// Returns false where it is not to be tried again.
bool lane::pause_after(const connection_lost& e, backoff_pause& backoff) {
    watch_.status->set_disconnected(e.what());
    const auto time = backoff.next();
    log::warn("connection lost", {{"worker", std::to_string(worker_id())},
                                  {"reason", e.what()},
                                  {"retry_ms", std::to_string(time.count())}});
    return ledger_.pause_unless_abandoned(time);
}

/// Throws where the server has not answered, or with an error.
void lane::exchange_once(task_sink& sink, batch& b) {
    const auto began = std::chrono::steady_clock::now();
    signs_.starved.asks(began);
    const calls::exchange_rows rows = send(b);
    const auto ended = std::chrono::steady_clock::now();
    const auto took = ended - began;
    const auto paused = ledger_.time_without_tasks(ended);
    exchange_answer answer = read_answer(rows.rows, settings_.handlers);
    distrust_ = {};
    const int claimed = receive(sink, b, std::move(answer));
    const bool asks_soon = ledger_.took_all() && took < short_call;
    signs_.take_all_until(asks_soon ? ended + soon : lane_signs::clock::time_point{});
    signs_.starved.answered(ended, paused, b.want > 0 && claimed == b.want, claimed > 0);
    watch_.metrics->exchanged(took, b.outcomes.size(), static_cast<size_t>(claimed));
}

calls::exchange_rows lane::send(const batch& b) {
    const asking server(*watch_.status);
    return calls::exchange(server_, {.worker_id = worker_id(),
                                     .sequence = sequence_,
                                     .want = b.want,
                                     .free_slots = b.free_slots,
                                     .recorded = ledger_.recorded(),
                                     .outcomes = b.outcomes,
                                     .queue_order = queue_order_.current()});
}

int lane::receive(task_sink& sink, batch& b, exchange_answer answer) {
    const int claimed = answer.claimed_tasks();
    for (int64_t id : answer.stale) drop_claim(sink, id);
    for (const exchange_answer::claimed& c : answer.claims) {
        c.of->report = [this, id = c.of->claim_id](int index, std::string details) {
            report({id, index, std::move(details)});
        };
        ledger_.add(c.of, c.tasks);
        if (c.runs_on_server()) sink.submit_claim(c.kind, c.of, c.tasks);
    }
    if (!answer.unreadable.empty()) finish(std::move(answer.unreadable));
    if (!answer.tasks.empty()) sink.submit(std::move(answer.tasks));
    stop_claims(answer.to_stop);
    if (claimed > 0 && claimed == b.want) peers_.wake_next();
    // An order stays until it has given something: where the first queue makes the lane run dry, for a task
    // that is to run alone, another order would fill it again.
    if (claimed > 0) queue_order_.draw();
    signs_.is_idle = ledger_.note_answer(b, claimed, answer, sequence_);
    return claimed;
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

/// What hasn't begun of a claim is forgotten, and what runs is stopped. Returns the claim, or null where nothing
/// of it was in flight.
std::shared_ptr<claim> lane::lose_claim(task_sink& sink, int64_t id) {
    std::shared_ptr<claim> lost = ledger_.lose(id, static_cast<int>(sink.drop(id)));
    if (!lost) return nullptr;
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
    const int64_t former = worker_id();
    const std::vector<int64_t> ids = ledger_.forget_worker();
    log::warn("registers anew", {{"worker", std::to_string(former)},
                                 {"reason", reason},
                                 {"dropped_claims", std::to_string(ids.size())}});
    for (int64_t id : ids) lose_claim(sink, id);
    if (!registration_.make(is_ours ? former : 0)) return false;
    sequence_ = 0;
    return true;
}

}  // namespace fanout::worker_detail
