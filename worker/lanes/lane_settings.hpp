// How a lane is to work, and who is told how it gets on.
#pragma once

#include "base/loop_status.hpp"
#include "lanes/metrics.hpp"

#include <memory>
#include <string>
#include <vector>

namespace fanout::worker_detail {

struct lane_settings {
    std::string connection;  ///< libpq's connection string
    std::string worker_name;
    std::vector<std::string> handlers;  ///< as register_worker takes them
    std::vector<std::string> queues;
    int slots;     ///< tasks that may run at once
    int capacity;  ///< tasks held at most: the slots and a bounded prefetch
    int poll_interval_ms;
    std::vector<int> queue_weights = {};  ///< one a queue, or none
    int least_claims = 1;     ///< that make up what is held: each runs on one connection of several
    int most_a_claim = 1000;  ///< tasks that one call asks for
    bool operator==(const lane_settings&) const = default;
};

/// Who is told how a lane gets on.
struct lane_watch {
    std::shared_ptr<handler_metrics> metrics;
    std::shared_ptr<loop_status> status;

    void note_connected() const {
        status->refused_because = nullptr;
        if (status->set_connected()) metrics->reconnected();
    }
};

}  // namespace fanout::worker_detail
