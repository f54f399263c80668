// Runs tasks by asking a service: thousands of requests at once, in one thread.
#pragma once

#include "executor.hpp"
#include "http_transfer.hpp"
#include "transfer_loop.hpp"

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

private:
    void wake() override { loop_.wake(); }
    void work(std::stop_token stop);
    std::optional<claimed_task> take();
    void begin(claimed_task task);
    http_transfer& free_transfer();
    void collect_ended();
    /// @param all  also those whose results are wanted
    void stop_transfers(bool all);
    void keep(http_transfer& transfer, outcome o);

    const http_settings settings_;
    const address_filter filter_;
    outcome_sink sink_;
    const int most_;

    std::atomic<size_t> running_ = 0;
    size_t most_running_;

    // The thread's own from here on, but for the loop's wake().
    http_connections connections_;  // the loop's last ones are closed with it
    transfer_loop loop_;
    std::atomic<bool> some_are_unwanted_ = false;
    std::vector<std::unique_ptr<http_transfer>> transfers_;
    std::vector<http_transfer*> free_;
    std::vector<outcome> done_;
    std::jthread thread_;
};

}  // namespace fanout::worker_detail
