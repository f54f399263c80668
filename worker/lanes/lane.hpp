// A lane: one registered worker with one handler (or all SQL handlers), and the connection on which it
// completes and claims in one call.
#pragma once

#include "base/backoff_pause.hpp"
#include "base/claim_window.hpp"
#include "base/loop_status.hpp"
#include "base/queue_order.hpp"
#include "base/starvation.hpp"
#include "lanes/metrics.hpp"
#include "server/exchange.hpp"
#include "tasks/busy_outcomes.hpp"
#include "tasks/pending_reports.hpp"
#include "tasks/task.hpp"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>

namespace fanout::worker_detail {

struct lane_settings {
    std::string connection;  ///< libpq's connection string
    std::string worker_name;
    std::vector<std::string> handlers;  ///< as register_worker takes them
    std::vector<std::string> queues;
    int slots;     ///< tasks that may run at once
    int capacity;  ///< tasks held at most: the slots and a bounded prefetch
    int poll_interval_ms;
    std::vector<int> queue_weights = {};  ///< one a queue, or none
    int claims = 1;  ///< at least so many make up what is held: each runs on one connection of several
    int most_a_claim = 1000;  ///< tasks that one call asks for
    bool operator==(const lane_settings&) const = default;
};

/// Who is told how a lane gets on.
struct lane_watch {
    std::shared_ptr<handler_metrics> metrics;
    std::shared_ptr<loop_status> status;
};

/// Where a lane's tasks go.
class task_sink {
public:
    virtual ~task_sink() = default;
    virtual void submit(std::vector<claimed_task> tasks) = 0;
    /// A claim of SQL tasks or of the engine's own work, to be run on the server.
    virtual void submit_claim(const std::string& kind, std::shared_ptr<claim> c, int tasks) = 0;
    /// Forgets tasks of the claim that haven't begun; returns how many.
    virtual size_t drop(int64_t claim_id) = 0;
    /// Forgets all tasks that haven't begun, and begins none any more; returns how many.
    virtual size_t drop_all() = 0;
};

class lane {
public:
    lane(lane_settings settings, lane_watch watch)
        : settings_(std::move(settings)), watch_(std::move(watch)), connection_(settings_.connection),
          slots_(settings_.slots), window_(settings_.slots, settings_.capacity),
          queue_order_(settings_.queues, settings_.queue_weights) {
        watch_.status->limit = slots_;
    }

    /// How many tasks may run at once from now on.
    void set_slots(int slots);
    /// Takes what executors have finished, to be completed with the next call.
    void finish(std::vector<outcome> outcomes);
    /// Claims that were to be run on the server go back with all that they hold.
    void give_back(const std::vector<int64_t>& claim_ids);
    /// Likewise, because they have been held for much longer than they were believed to take.
    void give_back_overdue(const std::vector<int64_t>& claim_ids);
    /// So many tasks of a claim that is run on the server have ended.
    void note_done(int tasks);
    /// A claim that was run on the server is over.
    void finish_claim(int64_t claim_id, int tasks);
    /// Asks the server again soon: something may be claimable.
    void wake();
    /// Asks the server, however full it is: it doesn't seem to know this worker any more.
    void check_in(int64_t worker_id);
    /// Another lane of the same handler, to be woken when there seems to be more than this one can take. So
    /// one notification wakes one lane, and one task doesn't make all of them ask.
    void set_next(std::weak_ptr<lane> next) { next_ = std::move(next); }
    /// Lanes of the same handler that come first: while one of them takes all that there is, or several of
    /// them wait for the server more than they work, this one claims nothing. Few large calls cost less than
    /// many small ones, and fewer at once than many.
    void set_before(std::vector<std::weak_ptr<lane>> before) { before_ = std::move(before); }
    void stop_claims(const std::vector<int64_t>& claim_ids);
    /// Whether it holds tasks of this run.
    bool works_on(const std::string& run_id) const;

    /// Completes and claims until `drain` and nothing is in flight, or `abandon`. Registers and unregisters
    /// itself.
    void run(task_sink& sink);
    /// Claims nothing more, and gives back what hasn't begun.
    void drain();
    /// Stops at once: what runs is stopped, and the claims are given back.
    void abandon();

    /// What the server compares with what it knows of the worker.
    struct holdings {
        int64_t worker_id;               ///< 0: not registered
        std::vector<int64_t> claim_ids;  ///< at least those that calls up to `recorded` have got
        int64_t recorded;                ///< the last call that is known to be recorded
    };
    holdings held() const;

    /// Whether it claims for a handler, by its name in the queue.
    bool serves(const std::string& handler) const;
    int64_t worker_id() const { return worker_id_; }
    /// Whether nothing is in flight and the server had nothing either.
    bool is_idle() const { return idle_; }
    bool is_draining() const {
        std::lock_guard lock(mutex_);
        return draining_;
    }
    const lane_settings& settings() const { return settings_; }
    const lane_watch& watch() const { return watch_; }
    bool has_failed() const { return failed_; }

private:
    struct batch {
        std::vector<outcome> outcomes;
        std::vector<task_report> reports;
        int want = 0;
        int free_slots = 0;
        bool replaced = false;  ///< its only outcome says that the real one could not be recorded
        bool checks_in = false;

        bool only_reports() const { return outcomes.empty() && want == 0 && !checks_in; }
    };
    struct held_claim {
        std::shared_ptr<claim> of;
        int in_flight = 0;
    };

    bool register_worker(int64_t former = 0);
    void give_up(int64_t former);
    void unregister_worker();
    bool try_to_unregister(std::chrono::steady_clock::time_point end);
    bool goes_on(task_sink& sink);
    batch next_batch();
    std::vector<outcome> take_outcomes();
    int room_to_claim() const;
    std::chrono::microseconds time_to_next_poll() const;
    void read_again(const exchange_answer& answer);
    void report(task_report r);
    void send_reports(std::vector<task_report>& reports);
    void send_last_reports();
    void add_in_flight(const std::shared_ptr<claim>& c, int tasks);
    void release(int64_t claim_id, int tasks);
    void release(const outcome& o);
    bool is_unwanted(const outcome& o) const;
    void note_pause();
    bool exchange(task_sink& sink, batch b);
    void exchange_once(task_sink& sink, batch& b);
    bool exchange_apart(task_sink& sink, batch b, const server_error& reason);
    calls::exchange_rows send(const batch& b);
    /// Returns how many tasks were claimed.
    int receive(task_sink& sink, batch& b, exchange_answer answer);
    void wake_next();
    template <typename F> std::ptrdiff_t count_before(F is_so) const;
    bool yields() const;
    bool is_surplus() const;
    bool all_before_are_idle() const;
    std::chrono::steady_clock::duration time_without_tasks(std::chrono::steady_clock::time_point now) const;
    bool start_over(task_sink& sink, const std::string& reason, bool is_ours);
    void drop_claim(task_sink& sink, int64_t claim_id);
    std::shared_ptr<claim> lose_claim(task_sink& sink, int64_t claim_id);
    bool pause(std::chrono::milliseconds time, const bool& until);
    void note_connected();

    lane_settings settings_;
    lane_watch watch_;
    std::weak_ptr<lane> next_;
    std::vector<std::weak_ptr<lane>> before_;
    server_connection connection_;
    std::atomic<int64_t> worker_id_ = 0;  // 0: not registered
    int64_t sequence_ = 0;
    bool has_registered_ = false;
    backoff_pause distrust_;  // after answers that were refused
    std::atomic<bool> idle_ = false, failed_ = false;
    std::atomic<std::chrono::steady_clock::time_point> takes_all_until_{};
    starvation starvation_;

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<outcome> outcomes_;
    busy_outcomes busy_;
    pending_reports reports_;
    std::unordered_map<int64_t, held_claim> claims_;
    std::vector<int64_t> handing_in_;  // claims of the outcomes that are under way
    int64_t recorded_ = 0;  // the last call that was answered and handed in an outcome or got a claim
    int in_flight_ = 0;
    int slots_;
    claim_window window_;
    queue_order queue_order_;
    bool woken_ = true, checks_in_ = false, draining_ = false, abandoned_ = false;
    bool took_all_ = false;  // the last answer had something, but less than was wanted
    bool passed_ = false;    // it was left to a lane before this one to ask
    int empty_answers_ = 0;
    bool again_ = false;                             // the last answer: there will be something soon
    std::optional<std::chrono::microseconds> wait_;  // and how long to wait for it, where that is known
};

}  // namespace fanout::worker_detail
