// A unit of the daemon: a lane, and the executor or the server connections that do its work.
#pragma once

#include "base/machine_load.hpp"
#include "lanes/concurrency_control.hpp"
#include "lanes/server_pool.hpp"
#include "tasks/executor.hpp"

namespace fanout::worker_detail {

class unit : private task_sink {
public:
    /// For tasks that run outside of the database.
    /// @param concurrency  how many tasks may run at once; the settings' slots are the most
    unit(lane_settings settings, lane_watch watch, concurrency_range concurrency,
         const executor_factory& make_executor);
    /// For tasks that run on the server.
    unit(lane_settings settings, lane_watch watch, int server_connections);

    void start();
    /// Claims nothing more, finishes what runs, gives the rest back.
    void drain() { lane_.drain(); }
    /// Stops what runs and gives everything back.
    void abandon();
    /// The server is there again: nothing need wait before it connects.
    void end_pauses();
    bool has_ended() const { return ended_; }
    /// Whether its lane has ended and none of its handlers runs.
    bool is_over() const {
        return ended_ && (!executor_ || executor_->is_idle()) && (!server_ || server_->is_idle());
    }
    lane& its_lane() { return lane_; }

private:
    void submit(std::vector<claimed_task> tasks) override;
    void submit_claim(const std::string& kind, std::shared_ptr<claim> c, int tasks) override;
    size_t drop(int64_t claim_id) override;
    size_t drop_all() override;
    void finish(std::vector<outcome> done);
    void adapt(const std::vector<outcome>& done);
    void heed_hold();
    void set_concurrency(int tasks);
    void set_slots(int slots);

    lane lane_;
    std::mutex mutex_;  // of what stands below, to control_: executors' threads come with what has ended
    machine_load load_;
    bool machine_is_busy_ = false;
    int slots_;  // of the lane, while the executor isn't on hold
    std::atomic<bool> on_hold_ = false;
    std::optional<concurrency_control> control_;  // none where the concurrency is fixed
    std::unique_ptr<executor> executor_;
    std::unique_ptr<server_pool> server_;
    std::atomic<bool> ended_ = false;
    std::jthread thread_;
};

}  // namespace fanout::worker_detail
