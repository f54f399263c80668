#include "daemon/database_watch.hpp"

namespace fanout::worker_detail {

database_watch::database_watch(std::string name, health& watched_by, metrics& counted_by)
    : name_(std::move(name)), health_(watched_by), metrics_(counted_by),
      keeper_(add_loop("keeper", "", true)),
      // A daemon can take tasks without it: others maintain, too.
      maintenance_(add_loop("maintenance", "", false)) {}

std::shared_ptr<loop_status> database_watch::add_loop(const std::string& loop, const std::string& handler,
                                                      bool uses_server) {
    const std::string full_name = name_.empty() ? loop : loop + " of " + name_;
    auto status = std::make_shared<loop_status>(full_name, handler, uses_server);
    status->database = name_;
    health_.watch(status);
    return status;
}

lane_watch database_watch::add_lane(const std::string& handler) {
    return {metrics_.of_handler(handler), add_loop("lane \"" + handler + "\"", handler, true)};
}

samples database_watch::read_values() {
    samples result = values_.read();
    if (name_.empty()) return result;
    for (sample& s : result) s.labels["database"] = name_;
    return result;
}

}  // namespace fanout::worker_detail
