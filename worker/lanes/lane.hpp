// A lane: one registered worker with one handler (or all SQL handlers), and the connection on which it
// completes and claims in one call.
#pragma once

#include "base/backoff_pause.hpp"
#include "base/queue_order.hpp"
#include "lanes/lane_peers.hpp"
#include "lanes/lane_settings.hpp"
#include "lanes/ledger.hpp"
#include "lanes/registration.hpp"
#include "server/exchange.hpp"

namespace fanout::worker_detail {

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

/// Its loop, which speaks with the server, runs in one thread and has the connection for itself. Any thread may
/// call what comes before run(): that goes to the ledger, which has a mutex, or is read from atomics.
class lane : public lane_peer {
public:
    lane(lane_settings settings, lane_watch watch)
        : settings_(std::move(settings)), watch_(std::move(watch)), ledger_(settings_),
          server_(settings_.connection), registration_(settings_, watch_, server_, ledger_),
          queue_order_(settings_.queues, settings_.queue_weights) {
        watch_.status->limit = settings_.slots;
    }

    /// How many tasks may run at once from now on.
    void set_slots(int slots) { ledger_.set_slots(slots); }
    /// Takes what executors have finished, to be completed with the next call.
    void finish(std::vector<outcome> outcomes);
    /// Claims that were to be run on the server go back with all that they hold.
    void give_back(const std::vector<int64_t>& claim_ids) { ledger_.give_back(claim_ids); }
    /// Likewise, because they have been held for much longer than they were believed to take.
    void give_back_overdue(const std::vector<int64_t>& claim_ids) { ledger_.give_back_overdue(claim_ids); }
    /// So many tasks of a claim that is run on the server have ended.
    void note_done(int tasks) { ledger_.note_done(tasks); }
    /// A claim that was run on the server is over.
    void finish_claim(int64_t claim_id, int tasks) { ledger_.finish_claim(claim_id, tasks); }
    void wake() override { ledger_.wake(); }
    /// The server is there again: it need not wait before it connects.
    void end_pause() { ledger_.end_pause(); }
    /// Asks the server, however full it is: it doesn't seem to know this worker any more.
    void check_in(int64_t worker_id) { ledger_.check_in(worker_id); }
    void stop_claims(const std::vector<int64_t>& claim_ids) { ledger_.stop_claims(claim_ids); }
    /// Claims nothing more, and gives back what hasn't begun.
    void drain() { ledger_.drain(); }
    /// Stops at once: what runs is stopped, and the claims are given back.
    void abandon() { ledger_.abandon(); }

    /// What the server compares with what it knows of the worker.
    holdings held() const { return ledger_.held(); }
    /// Whether it holds tasks of this run.
    bool works_on(const std::string& run_id) const { return ledger_.works_on(run_id); }
    /// Whether it claims for a handler, by its name in the queue.
    bool serves(const std::string& handler) const;
    /// 0: not registered.
    int64_t worker_id() const { return ledger_.worker_id(); }
    /// Whether nothing is in flight and the server had nothing either.
    bool is_idle() const { return signs_.is_idle; }
    bool is_draining() const { return ledger_.is_draining(); }
    bool is_refused() const { return registration_.is_refused(); }
    const lane_signs& signs() const override { return signs_; }
    const lane_settings& settings() const { return settings_; }
    const lane_watch& watch() const { return watch_; }

    /// Before it runs.
    void set_peers(lane_peers peers) { peers_ = std::move(peers); }
    /// Completes and claims until `drain` and nothing is in flight, or `abandon`. Registers and unregisters
    /// itself.
    void run(task_sink& sink);

private:
    bool goes_on(task_sink& sink);
    void report(task_report r);
    void send_reports(std::vector<task_report>& reports);
    void send_last_reports();

    bool exchange(task_sink& sink, batch b);
    void exchange_once(task_sink& sink, batch& b);
    bool exchange_apart(task_sink& sink, batch b, const server_error& reason);
    calls::exchange_rows send(const batch& b);
    /// Returns how many tasks were claimed.
    int receive(task_sink& sink, batch& b, exchange_answer answer);
    bool pause_after(const connection_lost& e, backoff_pause& backoff);

    bool start_over(task_sink& sink, const std::string& reason, bool is_ours);
    void drop_claim(task_sink& sink, int64_t claim_id);
    std::shared_ptr<claim> lose_claim(task_sink& sink, int64_t claim_id);

    const lane_settings settings_;
    const lane_watch watch_;
    ledger ledger_;
    lane_signs signs_;
    lane_peers peers_;
    // The loop's own.
    server_connection server_;
    registration registration_;
    int64_t sequence_ = 0;
    backoff_pause distrust_;  // after answers that were refused
    queue_order queue_order_;
};

}  // namespace fanout::worker_detail
