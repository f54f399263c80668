// Connections that run claims on the server: SQL tasks, and the engine's own large steps.
#pragma once

#include "lane.hpp"

#include <deque>
#include <thread>

namespace fanout::worker_detail {

class server_pool {
public:
    server_pool(int connections, const std::string& connection_string, lane& owner);

    void submit(std::string kind, std::shared_ptr<claim> c, int tasks);
    /// Forgets the claim if it hasn't begun; returns how many tasks it has.
    size_t drop(int64_t claim_id);
    /// Begins nothing more: no claim, and no further batch of one. Returns how many tasks were in claims that
    /// hadn't begun.
    size_t drop_all();
    /// Breaks off what runs.
    void abandon();

private:
    struct job {
        std::string kind;
        std::shared_ptr<claim> of;
        int tasks;
    };

    void work(std::stop_token stop, connection& c);
    void run(connection& c, const job& j, std::stop_token stop);
    /// Runs one batch; returns whether more is left.
    bool run_batch(connection& c, const job& j, int& next_max);

    /// Returns false where nothing more is to be begun.
    bool pause(std::chrono::milliseconds time, std::stop_token stop);

    lane& owner_;
    std::deque<connection> connections_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<job> jobs_;
    std::atomic<bool> ending_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace fanout::worker_detail
