// What a lane holds and has to say, between its own thread, which speaks with the server, and all others, which
// work at its tasks or tell it something.
#pragma once

#include "base/loop_status.hpp"
#include "lanes/demand.hpp"
#include "lanes/held_claims.hpp"
#include "lanes/lane_peers.hpp"
#include "tasks/busy_outcomes.hpp"
#include "tasks/holdings.hpp"
#include "tasks/pending_reports.hpp"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <vector>

namespace fanout::worker_detail {

/// Of results or reports in one call. The server takes a gigabyte at most, escaped and all.
inline constexpr size_t most_bytes_a_call = 8 << 20;

/// What goes to the server in one call.
struct batch {
    std::vector<outcome> outcomes;
    std::vector<task_report> reports;
    int want = 0;
    int free_slots = 0;
    bool replaced = false;  ///< its only outcome says that the real one could not be recorded
    bool checks_in = false;

    bool only_reports() const { return outcomes.empty() && want == 0 && !checks_in; }
};

/// Safe for threads: one mutex guards all of it, and nothing that could take another is called under it. So no
/// claim is asked to stop there, and no executor for what it has.
class ledger {
public:
    using clock = std::chrono::steady_clock;

    explicit ledger(const lane_settings& settings) : demand_(settings) {}

    // -- by any thread

    void set_slots(int slots);
    void finish(std::vector<outcome> outcomes);
    void give_back(const std::vector<int64_t>& claim_ids);
    void give_back_overdue(const std::vector<int64_t>& claim_ids);
    void note_done(int tasks);
    void finish_claim(int64_t claim_id, int tasks);
    void wake();
    /// The server is there again: the pause that is going on, or the next one, is over at once.
    void end_pause();
    void check_in(int64_t worker_id);
    void drain();
    void abandon();
    void stop_claims(const std::vector<int64_t>& claim_ids) const;
    /// Keeps what a task says of itself, where its claim is still held.
    void report(task_report r);

    int64_t worker_id() const { return worker_id_; }
    holdings held() const;
    bool works_on(const std::string& run_id) const;
    bool is_draining() const;

    // -- by the lane's thread alone, the only one that waits

    /// Waits until there is something to say or to ask.
    batch next_batch(const lane_peers& peers, loop_status& status);
    void add(const std::shared_ptr<claim>& c, int tasks);
    /// A batch has been answered, as the call of that number, and what was claimed is in. Outcomes of busy
    /// claims are kept. Returns whether nothing is in flight and the server had nothing either.
    bool note_answer(batch& b, int claimed, const exchange_answer& answer, int64_t sequence);
    /// The claim is gone, and so many of its tasks hadn't begun; what runs keeps its slots until it has ended.
    /// Returns the claim, which is still to be stopped; null where nothing of it was in flight.
    std::shared_ptr<claim> lose(int64_t claim_id, int unbegun);
    void set_worker(int64_t id);
    /// Nothing that the worker has claimed or done counts any more. Returns the claims that are in flight.
    std::vector<int64_t> forget_worker();
    /// Tasks, of whatever claims, that will not begin any more.
    void note_dropped(int tasks);
    /// Whether anything is still to be done.
    bool goes_on(loop_status& status) const;
    std::vector<task_report> take_reports();
    int64_t recorded() const;
    bool took_all() const;
    clock::duration time_without_tasks(clock::time_point now) const;
    // They return false at once where it drains, or is abandoned.
    bool pause_unless_draining(std::chrono::milliseconds time);
    bool pause_unless_abandoned(std::chrono::milliseconds time);

private:
    // The caller holds the lock, in all of these.
    bool is_ready(bool was_draining, clock::time_point now) const;
    void wait_for_something(std::unique_lock<std::mutex>& lock, const lane_peers& peers, loop_status& status);
    std::vector<outcome> take_outcomes(clock::time_point now);
    bool is_unwanted(const outcome& o) const;
    void note_pause();
    void pause(std::unique_lock<std::mutex>& lock, std::chrono::milliseconds time, const bool& is_ended);

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::atomic<int64_t> worker_id_ = 0;  // 0: not registered; the only one that is read without the mutex
    int64_t recorded_ = 0;  // the last call that was answered and handed in an outcome or got a claim
    held_claims claims_;
    demand demand_;
    std::vector<outcome> outcomes_;
    busy_outcomes busy_;
    pending_reports reports_;
    std::vector<int64_t> handing_in_;  // claims of the outcomes that are under way
    bool checks_in_ = false, draining_ = false, abandoned_ = false, pause_is_over_ = false;
};

}  // namespace fanout::worker_detail
