// The daemon as its operators see it: what it counts, whether it is healthy and ready, and whom it tells.
#pragma once

#include "base/service_manager.hpp"
#include "daemon/database_watch.hpp"
#include "daemon/status_page.hpp"
#include "daemon/status_server.hpp"
#include "lanes/metrics.hpp"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>

namespace fanout::worker_detail {

/// Made before the loops that it watches, and ends after them.
class monitor {
public:
    monitor();
    ~monitor();

    /// Serves /metrics, /healthz and /readyz there, and no longer where it did; empty: nowhere. Throws
    /// listen_error, and leaves it as it is, where it can't.
    void listen(const std::string& address);
    /// Serves the status page there, too; or none.
    void show_page(const std::optional<page_settings>& s);
    /// For a database, which is watched for as long as it has this; its name is empty where it is the only one.
    std::shared_ptr<database_watch> add_database(const std::string& name);

    /// The main loop has been round; to be called often. Tells the service manager what there is to tell.
    void turn();
    /// Lanes have been added.
    void start() { health_.set_started(); }
    /// Around reading the configuration anew.
    void begin_reload() { manager_.reloading(); }
    void end_reload() { manager_.ready(); }
    /// The daemon claims nothing more.
    void drain();

private:
    void tell_state(health::time_point now);
    void tell_of_silence(health::time_point now);
    page metrics_page();
    page health_page() const;
    page readiness_page() const;
    page other_page(const request& r) const;

    metrics metrics_;
    health health_;
    std::shared_ptr<loop_status> main_;
    std::mutex mutex_;  // of databases_, which pages are made of
    std::vector<std::weak_ptr<database_watch>> databases_;
    service_manager manager_;
    bool told_ready_ = false;
    std::optional<health::time_point> silent_since_;  ///< of the server; told
    health::time_point told_of_silence_;
    health::time_point next_look_{};
    std::string address_;
    std::atomic<std::shared_ptr<status_page>> page_;  // none, where there is none
    std::unique_ptr<status_server> server_;
};

}  // namespace fanout::worker_detail
