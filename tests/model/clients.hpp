// Workers of several habits, each a thread with a connection of its own.
#pragma once

#include "catalogue.hpp"

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

namespace model {

struct client_setting {
    std::string name;
    std::vector<std::string> handlers;
    uint64_t seed;
    bool brief;
    const catalogue& flows;
    journal& problems;
    const std::atomic<bool>& stops;
};

/// Completes and claims in batches, by `exchange`. Some calls it makes twice, some completions it sends again
/// when they are long done; now and then it dies, and is somebody else from then on.
void run_exchange_client(const client_setting& setting);

/// One task at a time, by `claim_tasks`, `complete_task` and `fail_task`.
void run_small_client(const client_setting& setting);

/// Looks again and again whether more tasks are in flight than a limit lets.
void run_observer(const client_setting& setting);

/// Calls `maintain`.
void run_keeper(const client_setting& setting);

}  // namespace model
