// One database as the daemon's operators see it: its loops, and what it says of its queues.
#pragma once

#include "base/server_values.hpp"
#include "daemon/health.hpp"
#include "lanes/lane_settings.hpp"
#include "lanes/metrics.hpp"

namespace fanout::worker_detail {

class database_watch {
public:
    /// @param name  how it is called where there are several; empty: it is the only one
    database_watch(std::string name, health& watched_by, metrics& counted_by);

    /// For a new lane, which is watched for as long as it has this.
    lane_watch add_lane(const std::string& handler);
    std::shared_ptr<loop_status> keeper_status() const { return keeper_; }
    std::shared_ptr<loop_status> maintenance_status() const { return maintenance_; }
    metrics& its_metrics() { return metrics_; }
    server_values& its_server_values() { return values_; }

    const std::string& name() const { return name_; }
    /// The database's values, with a label of its name where it has one.
    samples read_values();

private:
    std::shared_ptr<loop_status> add_loop(const std::string& loop, const std::string& handler,
                                          bool uses_server);

    const std::string name_;
    health& health_;
    metrics& metrics_;
    server_values values_;
    std::shared_ptr<loop_status> keeper_, maintenance_;
};

}  // namespace fanout::worker_detail
