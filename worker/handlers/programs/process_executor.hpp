// `process` handlers: a pool of long-lived children, and one thread that talks with all of them.
//
// Idle children are used last in, first out: what isn't needed stays idle, and is ended after a while, down
// to the minimum, which is started ahead. Children are replaced when they have done their number of tasks,
// and when they fail; after failures at the start with a growing pause, which holds up no other child. The
// lines that are exchanged are in process_protocol.hpp.
#pragma once

#include "base/restart_backoff.hpp"
#include "handlers/programs/process_child.hpp"
#include "tasks/executor.hpp"

#include <atomic>
#include <map>
#include <thread>

namespace fanout::worker_detail {

class process_executor final : public executor {
public:
    /// @param min  children that are kept, whether they are needed or not
    /// @param max  most that may ever work at once
    process_executor(std::string handler, process_settings settings, int min, int max, outcome_sink sink);
    ~process_executor() override;

    void set_concurrency(int tasks) override;
    bool is_idle() const override { return running_ == 0; }

private:
    using clock = process_child::clock;
    using number = uint64_t;
    enum class place { idle, working, leaving };
    struct member {
        std::unique_ptr<process_child> child;
        place at;
        bool watches_input;
    };

    void work(std::stop_token stop);
    void wait_for_events();
    int wait_time(clock::time_point now) const;
    void handle(uint64_t event, clock::time_point now);
    void settle(number n, clock::time_point now);
    void look_after_children(clock::time_point now, bool stopping);
    void end_idle(clock::time_point now);
    void start_minimum(clock::time_point now);
    void hand_out(clock::time_point now);
    void give(number n, clock::time_point now);
    void start_child(clock::time_point now);
    bool start_for_task(clock::time_point now);
    bool has_room_and_tasks() const;
    bool program_works() const;
    void watch(int operation, const descriptor& d, uint32_t events, uint64_t event) const;
    void take_back();
    void deliver();
    void wake() override;
    std::vector<claimed_task> take(size_t most);

    const std::string handler_;
    const process_settings settings_;
    const command command_;
    const size_t min_, max_;
    outcome_sink sink_;

    size_t concurrency_;
    std::atomic<size_t> running_ = 0;

    // The thread's own.
    descriptor events_, woken_;
    std::map<number, member> children_;
    std::vector<number> idle_;    // the last is used next
    std::vector<number> active_;  // those that something has been heard of in this round
    size_t working_ = 0;
    number last_number_ = 0;
    restart_backoff backoff_;
    child_results results_;
    request_writer writer_;
    clock::time_point next_look_{};

    std::jthread thread_;
};

}  // namespace fanout::worker_detail
