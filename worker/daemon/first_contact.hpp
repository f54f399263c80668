// The daemon's first connection: is there a server, and can the daemon work there?
#pragma once

#include "base/loop_status.hpp"
#include "configuration/configuration.hpp"

#include <atomic>
#include <memory>
#include <thread>

namespace fanout::worker_detail {

/// Tries until the server answers, on a thread of its own; what is wrong is logged in one line that says what
/// to do.
class first_contact {
public:
    /// @param status    of the keeper, where it says why the database serves nobody
    /// @param is_alone  whether this is the only database: for one of several a refusal is no reason to end, nor is time
    first_contact(const options& o, std::shared_ptr<loop_status> status, bool is_alone);

    /// Ends it with what it is doing.
    void stop() { thread_.request_stop(); }

    bool is_over() const { return over_; }
    /// Once it is over: nothing where the daemon can work, else the exit status.
    std::optional<int> status() const { return status_; }

private:
    std::optional<int> make(const options& o, std::stop_token stop);

    std::shared_ptr<loop_status> shown_;
    const bool is_alone_;
    std::optional<int> status_;
    std::atomic<bool> over_ = false;
    std::jthread thread_;
};

}  // namespace fanout::worker_detail
