#include "handlers/programs/process_child.hpp"

#include "base/byte_order_mark.hpp"
#include "base/json_text.hpp"
#include "base/log.hpp"
#include "base/quoted_output.hpp"
#include "tasks/attempt_errors.hpp"
#include "tasks/output_text.hpp"

#include <signal.h>

#include <algorithm>
#include <utility>

namespace fanout::worker_detail {

process_child::process_child(const std::string& handler, const process_settings& settings,
                             const command& what, child_results& results)
    : handler_(handler), settings_(settings), what_(what), results_(results), child_(what),
      log_(handler, child_.pid()) {
    log::debug("child started", {{"handler", handler_}, {"pid", std::to_string(child_.pid())}});
}

// -- what it is given ---------------------------------------------------------------------------------------

size_t process_child::room() const {
    if (state_ != state::serving || deaf_) return 0;
    const int left = settings_.recycle_after > 0 ? settings_.recycle_after - given_ : settings_.pipeline;
    const int most = settings_.pipeline - static_cast<int>(tasks_.size());
    return static_cast<size_t>(std::max(0, std::min(left, most)));
}

void process_child::give(std::vector<claimed_task> tasks, request_writer& writer) {
    const bool begins = tasks_.empty();
    for (claimed_task& task : tasks) {
        std::string key = task.key();
        const size_t begin = forgotten_ + requests_.size();
        requests_ += writer.line(task, key);
        tasks_.push_back({std::move(task), std::move(key), begin});
        ++given_;
    }
    if (begins) begin_first(clock::now());
    flush();
}

void process_child::flush() {
    if (!wants_to_write()) return;
    const auto written = write_some(child_.input, std::string_view(requests_).substr(flushed_));
    deaf_ = !written;
    flushed_ += written.value_or(0);
    if (flushed_ < requests_.size()) return;
    forgotten_ += std::exchange(flushed_, 0);
    requests_.clear();
}

/// The first task's time begins now.
void process_child::begin_first(clock::time_point now) {
    since_ = now;
    clock_.emplace(*tasks_.front().task.of, now);
    if (what_.cpu_limit) child_.restart_cpu_limit(*what_.cpu_limit);
}

// -- what it says -------------------------------------------------------------------------------------------

void process_child::errors_are_readable() {
    log_.read(child_.errors, current_key());
}

void process_child::output_is_readable(clock::time_point now) {
    if (read_some(child_.output, output_)) has_printed_ = true;
    // What it had said on standard error before is in that pipe by now, and is about the same task.
    log_.read(child_.errors, current_key());
    read_lines(now);
    // Its output is usually closed a moment before it has ended.
    if (!child_.output.is_open() && listens()) enter(state::retiring, now);
}

void process_child::read_lines(clock::time_point now) {
    size_t begin = 0;
    for (size_t end; (end = output_.find('\n', std::max(begin, searched_))) != std::string::npos;) {
        take_line(std::string_view(output_).substr(begin, end - begin), now);
        begin = end + 1;
    }
    output_.erase(0, begin);
    searched_ = output_.size();
    if (searched_ > settings_.max_output_bytes) terminate(too_much_output(settings_.max_output_bytes), now);
    if (!listens()) output_.clear();
}

void process_child::take_line(std::string_view line, clock::time_point now) {
    if (!std::exchange(has_had_line_, true)) line = without_byte_order_mark(line);
    if (!listens()) return;
    if (line.size() > settings_.max_output_bytes) {
        return terminate(too_much_output(settings_.max_output_bytes), now);
    }
    try {
        take_message(line, read_message(line), now);
    } catch (const json_error& e) {
        take_unreadable(line, e.what(), now);
    }
}

void process_child::take_message(std::string_view line, const child_message& said, clock::time_point now) {
    const bool is_about_first = !tasks_.empty() && said.id == tasks_.front().key;
    if (said.heartbeat) {
        // One about another task has crossed its answer: it is of no use, and does no harm.
        if (!is_about_first) return;
        clock_->heard(now);
        const claimed_task& task = tasks_.front().task;
        if (task.of->report) task.of->report(task.index, std::string(*said.heartbeat));
    } else if (is_about_first) {
        take_answer(line, said, now);
    } else {
        take_answer_of_other(line, said, now);
    }
}

/// What names the task was meant to answer it.
void process_child::take_unreadable(std::string_view line, const std::string& problem,
                                    clock::time_point now) {
    if (tasks_.empty() || line.find(tasks_.front().key) == std::string_view::npos) return take_stray(line);
    terminate(
        attempt_failed(what_.argv[0] + " answered no valid JSON: " + problem + ", in " + quoted_output(line)),
        now);
}

/// A child that answers in another order, or has never given an id, doesn't speak the protocol. Whether
/// anything else came before or after the child had read its task can't be told.
void process_child::take_answer_of_other(std::string_view line, const child_message& said,
                                         clock::time_point now) {
    const bool is_second = said.id && said.id == answered_;
    const bool is_wrong = said.is_answer() && !is_second && (said.id || answers_ == 0);
    if (!is_wrong || tasks_.empty()) return take_stray(line);
    terminate(attempt_failed(what_.argv[0] +
                             " answered for another task, or without its id: " + quoted_output(line)),
              now);
}

void process_child::take_stray(std::string_view line) {
    stray_.note(handler_, child_.pid(), current_key(), line);
}

void process_child::take_answer(std::string_view line, const child_message& said, clock::time_point now) {
    ++answers_;
    // A child that stops by its own clock may answer before anybody has looked at ours.
    if (!verdict_ && clock_->is_over(now)) verdict_ = clock_->failure();
    outcome o{};
    if (verdict_) {
        fail_first(*std::exchange(verdict_, std::nullopt), now);
    } else if (said.error) {
        o.error = clean_error(json_string(*said.error).value_or(std::string(*said.error)));
        o.final = said.final;
        finish_first(std::move(o), now);
    } else if (said.output) {
        o.output = *said.output;
        finish_first(std::move(o), now);
    } else {
        fail_first(
            attempt_failed(what_.argv[0] + " answered with neither output nor error: " + quoted_output(line)),
            now);
    }
    state_ = state::serving;
    at_fault_ = true;
}

void process_child::finish_first(outcome o, clock::time_point now) {
    const claimed_task& task = tasks_.front().task;
    o.claim_id = task.of->claim_id;
    o.index = task.index;
    o.took = now - since_;
    results_.outcomes.push_back(std::move(o));
    answered_ = std::move(tasks_.front().key);
    stray_.forget();
    tasks_.pop_front();
    since_ = now;
    if (!tasks_.empty()) begin_first(now);
}

void process_child::fail_first(const attempt_failed& why, clock::time_point now) {
    outcome o{};
    note_failure(o, why);
    finish_first(std::move(o), now);
}

// -- how it is brought to its end ---------------------------------------------------------------------------

void process_child::enter(state s, clock::time_point now) {
    state_ = s;
    until_ = now + (s == state::cancelling ? settings_.cancel_grace : what_.stop_grace);
    if (s == state::terminating) child_.signal(SIGTERM);
    if (s == state::killed) child_.signal(SIGKILL);
}

void process_child::look(clock::time_point now) {
    if (state_ == state::serving) {
        look_at_first(now);
    } else if (now >= until_) {
        const bool was_polite = state_ == state::cancelling || state_ == state::retiring;
        if (!verdict_) {
            verdict_ = attempt_failed(what_.argv[0] + " closed its output without an answer" +
                                      stray_.remark(output_));
        }
        enter(was_polite ? state::terminating : state::killed, now);
    }
}

attempt_failed process_child::time_is_up() const {
    const attempt_failed why = clock_->failure();
    const std::string remark =
        has_printed_ ? stray_.remark(output_)
                     : ", and has printed nothing since it was started: perhaps it doesn't flush its output";
    return {why.what() + remark, why.cause};
}

void process_child::look_at_first(clock::time_point now) {
    if (tasks_.empty()) return;
    if (tasks_.front().task.of->stop.stop_requested()) {
        cancel(stopped(), now);
    } else if (clock_->is_over(now)) {
        cancel(time_is_up(), now);
    }
}

/// Asks it to give up what it works on: if it answers, it stays.
void process_child::cancel(const attempt_failed& why, clock::time_point now) {
    verdict_ = why;
    at_fault_ = false;
    enter(state::cancelling, now);
    requests_ += cancel_line(tasks_.front().key);
    flush();
}

void process_child::terminate(const attempt_failed& why, clock::time_point now) {
    if (!verdict_) verdict_ = why;
    enter(state::terminating, now);
}

void process_child::retire(clock::time_point now) {
    at_fault_ = false;
    child_.input.close();
    deaf_ = true;
    enter(state::retiring, now);
}

void process_child::stop(clock::time_point now) {
    if (state_ != state::serving) return;
    if (tasks_.empty()) {
        retire(now);
    } else {
        cancel(stopped(), now);
    }
}

void process_child::end(clock::time_point now, bool program_works) {
    // What it printed is in the pipes, all of it.
    while (read_some(child_.output, output_)) read_lines(now);
    log_.finish(child_.errors, current_key());
    const bool spoke = verdict_.has_value();
    const std::string end = describe_end(child_.reap());
    const std::string reason = spoke ? verdict_->what() : end;
    if (at_fault_) {
        log::warn("child ended", {{"handler", handler_},
                                  {"pid", std::to_string(child_.pid())},
                                  {"task", current_key()},
                                  {"reason", reason}});
    } else {
        log::debug("child ended",
                   {{"handler", handler_}, {"pid", std::to_string(child_.pid())}, {"reason", reason}});
    }
    hand_back(end, now, program_works || answers_ > 0);
    state_ = state::ended;
}

/// Of the first task's request, whether the child has read anything. One that ended before has not begun it.
bool process_child::has_seen_first() const {
    const size_t read_bytes = forgotten_ + flushed_ - child_.unread_input();
    return read_bytes > tasks_.front().begin;
}

void process_child::hand_back(const std::string& end, clock::time_point now, bool program_works) {
    if (!tasks_.empty()) {
        if (verdict_) {
            fail_first(*verdict_, now);
        } else if (has_seen_first() || !program_works) {
            fail_first(
                attempt_failed(what_.argv[0] + " " + end + " without an answer" + stray_.remark(output_)),
                now);
        }
    }
    for (given& g : tasks_) results_.unbegun.push_back(std::move(g.task));
    tasks_.clear();
}

}  // namespace fanout::worker_detail
