// One of a `process` handler's children: the tasks that it was given, and how it is brought to its end.
#pragma once

#include "handlers/programs/child_log.hpp"
#include "handlers/programs/child_process.hpp"
#include "handlers/programs/command_settings.hpp"
#include "handlers/programs/process_protocol.hpp"
#include "handlers/programs/stray_output.hpp"
#include "tasks/attempt_clock.hpp"

#include <deque>

namespace fanout::worker_detail {

/// What children hand back, collected over all of them.
struct child_results {
    std::vector<outcome> outcomes;
    /// What a child that ended had been given and not begun; the first is to be done first.
    std::vector<claimed_task> unbegun;
};

/// It works on its tasks in the order in which it was given them. So the first that isn't answered is the one
/// that it works on, since the answer before; that one alone fails if the child fails.
class process_child {
public:
    using clock = std::chrono::steady_clock;

    /// Starts it; throws attempt_failed.
    process_child(const std::string& handler, const process_settings& settings, const command& what,
                  child_results& results);

    void give(std::vector<claimed_task> tasks, request_writer& writer);

    /// Reads and writes what is possible. Where its end is seen, has_ended() is true afterwards.
    void output_is_readable(clock::time_point now);
    void errors_are_readable();
    void input_is_writable() { flush(); }
    /// @param program_works  another child has shown that: then one that ends before it has read its first
    ///                       task says nothing about that task
    void end(clock::time_point now, bool program_works);

    /// Heeds deadlines and stops; to be called now and then while it isn't idle. It never ends in here.
    void look(clock::time_point now);
    /// Closes its input, so that it ends; only while it has no task.
    void retire(clock::time_point now);
    /// Its results are not wanted any more: cancels what it works on, or retires it.
    void stop(clock::time_point now);

    bool is_idle() const { return tasks_.empty() && room() > 0; }
    bool is_working() const { return !tasks_.empty(); }
    /// It has nothing to do, and takes nothing more: it has done its number of tasks, or closed its input.
    bool is_used_up() const { return tasks_.empty() && state_ == state::serving && room() == 0; }
    /// How many more tasks it takes now.
    size_t room() const;
    bool has_ended() const { return state_ == state::ended; }
    /// It ended, or had to be ended, without an answer to anything: the program may be broken.
    bool has_failed() const { return has_ended() && at_fault_ && answers_ == 0; }
    bool has_answered() const { return answers_ > 0; }
    bool wants_to_write() const { return !requests_.empty() && !deaf_; }
    clock::time_point started() const { return started_; }
    clock::time_point idle_since() const { return since_; }
    const child& process() const { return child_; }

private:
    /// While it serves, the first task's clock counts. From `cancelling` on, `until_` says when the next,
    /// ruder state is due.
    enum class state { serving, cancelling, retiring, terminating, killed, ended };

    struct given {
        claimed_task task;
        std::string key;
        size_t begin;  ///< where its request begins in all that was ever written
    };

    std::string current_key() const { return tasks_.empty() ? std::string() : tasks_.front().key; }
    bool listens() const { return state_ == state::serving || state_ == state::cancelling; }
    void flush();
    void read_lines(clock::time_point now);
    void take_line(std::string_view line, clock::time_point now);
    void take_message(std::string_view line, const child_message& said, clock::time_point now);
    void take_unreadable(std::string_view line, const std::string& problem, clock::time_point now);
    void take_answer_of_other(std::string_view line, const child_message& said, clock::time_point now);
    void take_stray(std::string_view line);
    void take_answer(std::string_view line, const child_message& said, clock::time_point now);
    void begin_first(clock::time_point now);
    attempt_failed time_is_up() const;
    void look_at_first(clock::time_point now);
    void finish_first(outcome o, clock::time_point now);
    void fail_first(const attempt_failed& why, clock::time_point now);
    void cancel(const attempt_failed& why, clock::time_point now);
    void terminate(const attempt_failed& why, clock::time_point now);
    void enter(state s, clock::time_point now);
    bool has_seen_first() const;
    void hand_back(const std::string& end, clock::time_point now, bool program_works);

    std::string handler_;
    const process_settings& settings_;
    const command& what_;
    child_results& results_;
    child child_;
    child_log log_;
    state state_ = state::serving;
    std::deque<given> tasks_;
    std::string answered_;  // the key of the task that it answered last
    stray_output stray_;
    bool has_printed_ = false, has_had_line_ = false;
    std::string requests_, output_;
    size_t flushed_ = 0;    // of requests_: what has been written
    size_t forgotten_ = 0;  // bytes of requests that were written before
    size_t searched_ = 0;   // of output_: it has no line end up to here
    bool deaf_ = false;     // nobody reads its input any more
    bool at_fault_ = true;  // it isn't our wish that it ends
    int given_ = 0, answers_ = 0;
    std::optional<attempt_clock> clock_;     // of the first task
    std::optional<attempt_failed> verdict_;  // on the first task, whatever it still says
    clock::time_point started_ = clock::now(), since_ = started_, until_;
};

}  // namespace fanout::worker_detail
