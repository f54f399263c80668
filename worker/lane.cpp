#include "lane.hpp"

#include "array_text.hpp"
#include "backoff_pause.hpp"
#include "log.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace fanout::worker_detail {
namespace {

constexpr int most_tasks_a_claim = 1000;
constexpr std::chrono::milliseconds locked_pause{5};

std::string text_array(const std::vector<std::string>& values) {
    array_text text;
    for (const std::string& value : values) text.add_quoted(value);
    return std::move(text).finish();
}

/// PostgreSQL's interval as the daemon asks for it: seconds.
std::chrono::milliseconds milliseconds(const char* seconds) {
    return std::chrono::milliseconds(static_cast<int64_t>(std::strtod(seconds, nullptr) * 1000));
}

}  // namespace

void lane::finish(std::vector<outcome> outcomes) {
    {
        std::lock_guard lock(mutex_);
        std::move(outcomes.begin(), outcomes.end(), std::back_inserter(outcomes_));
    }
    changed_.notify_one();
}

void lane::finish_claim(int64_t claim_id, int tasks) {
    {
        std::lock_guard lock(mutex_);
        if (claims_.erase(claim_id) > 0) in_flight_ -= tasks;
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

void lane::drain(size_t not_begun) {
    {
        std::lock_guard lock(mutex_);
        draining_ = true;
        in_flight_ -= static_cast<int>(not_begun);
    }
    changed_.notify_one();
}

void lane::abandon() {
    {
        std::lock_guard lock(mutex_);
        draining_ = abandoned_ = true;
        for (auto& [id, held] : claims_) held.first->stop.request_stop();
    }
    changed_.notify_one();
}

void lane::stop_claims(const std::vector<int64_t>& claim_ids) {
    std::lock_guard lock(mutex_);
    for (int64_t id : claim_ids) {
        auto held = claims_.find(id);
        if (held != claims_.end()) held->second.first->stop.request_stop();
    }
}

bool lane::pause(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    return !changed_.wait_for(lock, time, [&] { return abandoned_; });
}

bool lane::register_worker() {
    for (backoff_pause backoff;;) {
        try {
            const pqxx::result made = connection_.run(
                "SELECT fanout.register_worker($1, $2::text[], $3::text[], $4)", settings_.worker_name,
                text_array(settings_.handlers), text_array(settings_.queues), settings_.slots);
            worker_id_ = made[0][0].as<int64_t>();
            sequence_ = 0;
            log::info("registered",
                      {{"worker", std::to_string(worker_id_)}, {"handlers", text_array(settings_.handlers)}});
            return true;
        } catch (const connection_lost& e) {
            const auto time = backoff.next();
            log::warn("can't connect", {{"reason", e.what()}, {"retry_ms", std::to_string(time.count())}});
            if (!pause(time)) return false;
        } catch (const server_error& e) {
            log::error("can't register", {{"reason", e.what()}, {"sqlstate", e.sqlstate}});
            failed_ = true;
            return false;
        }
    }
}

void lane::unregister_worker() {
    try {
        connection_.run("SELECT fanout.unregister_worker($1)", worker_id_.load());
        log::info("unregistered", {{"worker", std::to_string(worker_id_)}});
    } catch (const std::exception& e) {
        log::warn("can't unregister: its lease will end",
                  {{"worker", std::to_string(worker_id_)}, {"reason", e.what()}});
    }
}

/// Waits until there is something to say or to ask.
lane::batch lane::next_batch() {
    std::unique_lock lock(mutex_);
    auto room = [&] {
        return draining_ ? 0 : settings_.capacity - in_flight_ + static_cast<int>(outcomes_.size());
    };
    auto ready = [&] {
        if (abandoned_ || !outcomes_.empty()) return true;
        if (draining_) return in_flight_ == 0;
        return room() > 0 && woken_;
    };
    const auto poll = std::chrono::milliseconds(again_ ? locked_pause.count() : settings_.poll_interval_ms);
    changed_.wait_for(lock, poll, ready);
    batch result;
    result.outcomes.swap(outcomes_);
    in_flight_ -= static_cast<int>(result.outcomes.size());
    for (const outcome& o : result.outcomes) {
        auto held = claims_.find(o.claim_id);
        if (held != claims_.end() && --held->second.second == 0) claims_.erase(held);
    }
    result.want = room_to_claim();
    woken_ = false;
    return result;
}

/// How many tasks to ask for; none while the executors have enough to do and it would be a small claim.
int lane::room_to_claim() const {
    const int room = settings_.capacity - in_flight_;
    if (draining_ || room <= 0) return 0;
    if (in_flight_ > settings_.slots && room < settings_.capacity / 4) return 0;
    return std::min(room, most_tasks_a_claim);
}

void lane::run(task_sink& sink) {
    if (!register_worker()) return;
    while (true) {
        const batch b = next_batch();
        {
            std::lock_guard lock(mutex_);
            if (abandoned_ || (draining_ && in_flight_ == 0 && b.outcomes.empty())) break;
        }
        if (b.outcomes.empty() && b.want == 0) continue;
        if (!exchange(sink, b)) break;
    }
    unregister_worker();
}

/// Sends one batch until the server has answered: a lost connection leaves it in doubt, and the same sequence
/// again is the same call.
bool lane::exchange(task_sink& sink, const batch& b) {
    ++sequence_;
    for (backoff_pause backoff;;) {
        try {
            receive(sink, send(b));
            return true;
        } catch (const connection_lost& e) {
            const auto time = backoff.next();
            log::warn("connection lost", {{"worker", std::to_string(worker_id_)},
                                          {"reason", e.what()},
                                          {"retry_ms", std::to_string(time.count())}});
            if (!pause(time)) return true;
        } catch (const server_error& e) {
            log::error(
                "exchange failed",
                {{"worker", std::to_string(worker_id_)}, {"reason", e.what()}, {"sqlstate", e.sqlstate}});
            if (e.sqlstate == "PFWRK") {
                start_over(sink);
                return register_worker();
            }
            if (!pause(backoff.next())) return true;
        }
    }
}

pqxx::result lane::send(const batch& b) {
    array_text claim_ids, indexes, outputs, errors, finals;
    for (const outcome& o : b.outcomes) {
        claim_ids.add_plain(std::to_string(o.claim_id));
        indexes.add_plain(std::to_string(o.index));
        finals.add_plain(o.final ? "t" : "f");
        if (o.error) {
            outputs.add_null();
            errors.add_quoted(*o.error);
        } else {
            outputs.add_quoted(o.output);
            errors.add_null();
        }
    }
    return connection_.run(
        "SELECT kind, claim_id, task_index, input, attempt, run_id, flow_slug, step_slug, handler, "
        "date_part('epoch', timeout) FROM fanout.exchange($1, $2, $3, $4::bigint[], $5::int[], $6::text[], $7::text[], "
        "$8::boolean[], brief => true)",
        worker_id_.load(), sequence_, b.want, std::move(claim_ids).finish(), std::move(indexes).finish(),
        std::move(outputs).finish(), std::move(errors).finish(), std::move(finals).finish());
}

namespace {

enum answer_column {
    kind,
    claim_id,
    task_index,
    input,
    attempt,
    run_id,
    flow_slug,
    step_slug,
    handler,
    timeout
};

std::shared_ptr<claim> read_claim(const pqxx::row& row) {
    auto c = std::make_shared<claim>();
    c->claim_id = row[claim_id].as<int64_t>();
    c->attempt = row[attempt].as<int>();
    c->run_id = row[run_id].c_str();
    c->flow_slug = row[flow_slug].c_str();
    c->step_slug = row[step_slug].c_str();
    c->handler = row[handler].c_str();
    c->timeout = milliseconds(row[timeout].c_str());
    return c;
}

}  // namespace

void lane::receive(task_sink& sink, const pqxx::result& rows) {
    std::vector<claimed_task> tasks;
    std::vector<int64_t> stopped;
    std::vector<std::pair<std::string, std::shared_ptr<claim>>> server_claims;
    std::shared_ptr<claim> current;
    const char* current_id = "";
    int claimed = 0;
    again_ = false;
    for (const auto& row : rows) {
        const std::string_view what = row[kind].c_str();
        if (what == "again") {
            again_ = true;
        } else if (what == "stale") {
            drop_claim(sink, row[claim_id].as<int64_t>());
        } else if (what == "stop") {
            stopped.push_back(row[claim_id].as<int64_t>());
        } else {
            // Rows of a claim stand together; what they have in common is read once.
            if (!current || std::strcmp(current_id, row[claim_id].c_str()) != 0) current = read_claim(row);
            current_id = row[claim_id].c_str();
            const bool whole = what != "task";
            const int count = whole ? std::atoi(row[task_index].c_str()) : 1;
            {
                std::lock_guard lock(mutex_);
                claims_.try_emplace(current->claim_id, current, 0).first->second.second += count;
                in_flight_ += count;
            }
            claimed += count;
            if (whole) {
                server_claims.emplace_back(what, current);
            } else {
                tasks.push_back({current, std::atoi(row[task_index].c_str()),
                                 std::string(row[input].c_str(), row[input].size())});
            }
        }
    }
    if (!tasks.empty()) sink.submit(std::move(tasks));
    for (auto& [what, c] : server_claims) {
        int count;
        {
            std::lock_guard lock(mutex_);
            count = claims_.at(c->claim_id).second;
        }
        sink.submit_claim(what, c, count);
    }
    stop_claims(stopped);
    std::lock_guard lock(mutex_);
    // One more look right after the first empty answer: from that one on the server wakes us.
    empty_answers_ = claimed > 0 || again_ ? 0 : empty_answers_ + 1;
    if (claimed > 0 || empty_answers_ == 1) woken_ = true;
    idle_ = in_flight_ == 0 && outcomes_.empty() && empty_answers_ > 0;
}

void lane::drop_claim(task_sink& sink, int64_t id) {
    const size_t dropped = sink.drop(id);
    std::lock_guard lock(mutex_);
    auto held = claims_.find(id);
    if (held == claims_.end()) return;
    held->second.first->stop.request_stop();
    in_flight_ -= static_cast<int>(dropped);
    log::warn("claim is gone", {{"claim", std::to_string(id)}, {"step", held->second.first->step_slug}});
}

/// The server has given this worker up: nothing that it holds counts any more.
void lane::start_over(task_sink& sink) {
    std::vector<int64_t> ids;
    {
        std::lock_guard lock(mutex_);
        for (const auto& entry : claims_) ids.push_back(entry.first);
    }
    for (int64_t id : ids) drop_claim(sink, id);
}

}  // namespace fanout::worker_detail
