// Runs tasks by asking a service: thousands of requests at once, in one thread.
#pragma once

#include "base/transfer_loop.hpp"
#include "handlers/http/http_transfer.hpp"
#include "handlers/http/request_pace.hpp"
#include "tasks/executor.hpp"

#include <atomic>
#include <thread>

namespace fanout::worker_detail {

class http_executor final : public executor {
public:
    /// @param most  as many as may ever run at once
    http_executor(http_settings settings, int most, outcome_sink sink);
    ~http_executor() override;

    void set_concurrency(int tasks) override;
    bool is_idle() const override { return running_ == 0; }
    bool is_on_hold() const override { return is_on_hold_; }

private:
    using clock = request_pace::clock;

    struct refused_request {
        http_transfer* transfer;
        outcome refusal;  ///< what becomes of the attempt if there is no time for another request
    };

    void wake() override { loop_.wake(); }
    void work(std::stop_token stop);
    /// Begins what may be begun. Returns when the next one may be.
    clock::time_point begin_some();
    bool begin_next();
    bool begin_refused();
    std::optional<claimed_task> take();
    void begin(claimed_task task);
    http_transfer& free_transfer();
    void let_others_connect();
    void collect_ended();
    void finish(http_transfer& transfer, outcome o);
    void hold(const http_transfer& transfer, const outcome& refusal);
    void give_up_late(clock::time_point now);
    void set_on_hold(bool is);
    void give_back_waiting();
    /// @param all  also those whose results are wanted
    void stop_transfers(bool all);
    void keep(http_transfer& transfer, outcome o);
    void hand_in();

    const http_settings settings_;
    const address_filter filter_;
    outcome_sink sink_;
    const int most_;

    std::atomic<size_t> running_ = 0;
    std::atomic<bool> is_on_hold_ = false;
    size_t most_running_;

    // The thread's own from here on, but for the loop's wake().
    http_connections connections_;  // the loop's last ones are closed with it
    transfer_loop loop_;
    std::atomic<bool> some_are_unwanted_ = false;
    request_pace pace_;
    bool hold_has_changed_ = false;  // and the sink doesn't know yet
    std::optional<clock::time_point> warned_at_;
    std::vector<std::unique_ptr<http_transfer>> transfers_;
    std::vector<http_transfer*> free_;
    std::deque<refused_request> refused_;  // to be sent again
    std::vector<outcome> done_;
    std::jthread thread_;
};

}  // namespace fanout::worker_detail
