// A lane's worker: registered with the server, given up, and unregistered.
#pragma once

#include "lanes/lane_settings.hpp"
#include "lanes/ledger.hpp"
#include "server/server_connection.hpp"

#include <atomic>

namespace fanout::worker_detail {

/// The lane's thread uses it; is_refused() is for any.
class registration {
public:
    registration(const lane_settings& settings, const lane_watch& watch, server_connection& server,
                 ledger& held)
        : settings_(settings), watch_(watch), server_(server), ledger_(held) {}

    /// Tries until the server has registered a worker, whose id the ledger gets. Returns false where it is told
    /// to drain before.
    /// @param former  the id that it had, which it gives up first; 0: none
    bool make(int64_t former = 0);
    /// What the worker still holds goes back into the queue.
    void end();
    /// Whether the server has refused it from the start, for a reason that doesn't pass by itself. Who has served
    /// before goes on to, also while the extension is made anew.
    bool is_refused() const { return is_refused_; }

private:
    void try_to_make(int64_t former);
    void give_up(int64_t former);
    bool try_to_end(std::chrono::steady_clock::time_point patience);

    const lane_settings& settings_;
    const lane_watch& watch_;
    server_connection& server_;
    ledger& ledger_;
    bool has_registered_ = false;
    std::atomic<bool> is_refused_ = false;
};

}  // namespace fanout::worker_detail
