#include "daemon/daemon.hpp"

#include "base/exit_status.hpp"
#include "base/listening_socket.hpp"
#include "base/log.hpp"
#include "daemon/supervisor.hpp"
#include "handlers/functions/function_runner.hpp"
#include "handlers/functions/plugin.hpp"

#include <signal.h>
#include <unistd.h>

namespace fanout::worker_detail {
namespace {

constexpr int sql_tasks_a_connection = 4000;

std::string worker_name(const options& o, const configuration& c) {
    if (!o.name.empty()) return o.name;
    if (!c.name.empty()) return c.name;
    char host[256] = "localhost";
    gethostname(host, sizeof(host) - 1);
    return std::string(host) + ":" + std::to_string(getpid());
}

lane_settings settings_for(const options& o, const configuration& c, std::vector<std::string> handlers,
                           int slots, int prefetch) {
    return {o.connection, worker_name(o, c), std::move(handlers), c.queues,
            slots,        slots + prefetch,  c.poll_interval_ms,  c.queue_weights};
}

/// Units whose lanes are each other's peers.
unit_set::units make_units(const lane_settings& settings, concurrency_range concurrency, int count,
                           const executor_factory& make_executor, database_watch& watched_by) {
    unit_set::units result;
    std::vector<std::shared_ptr<lane>> lanes;
    for (int i = 0; i < count; ++i) {
        result.push_back(std::make_shared<unit>(settings, watched_by.add_lane(settings.handlers.front()),
                                                concurrency, make_executor));
        lanes.emplace_back(result.back(), &result.back()->its_lane());
    }
    connect_peers(lanes);
    return result;
}

/// The engine's own work, child runs among it, needs a connection even where no SQL handlers are served.
unit_plan plan_server(const options& o, const configuration& c, database_watch& watched_by) {
    const int connections = std::max(c.sql_connections, 1);
    std::vector<std::string> on_server = {"fanout:", "flow:"};
    if (c.sql_connections > 0) on_server.emplace_back("sql:");
    lane_settings settings =
        settings_for(o, c, on_server, connections, connections * (sql_tasks_a_connection - 1));
    // Two claims a connection, so that all connections work and none waits for the next claim.
    settings.least_claims = 2 * connections;
    settings.most_a_claim = sql_tasks_a_connection / 2;
    return {"sql:", settings, {}, [=, &watched_by]() -> unit_set::units {
                return {std::make_shared<unit>(settings, watched_by.add_lane(settings.handlers.back()),
                                               connections)};
            }};
}

unit_plan plan_handler(const options& o, const configuration& c, const std::string& name,
                       const handler_configuration& h, database_watch& watched_by) {
    const lane_settings settings = settings_for(o, c, {name}, h.concurrency.max, h.prefetch);
    return {name, settings, h, [=, &watched_by] {
                auto make = [&](const auto& kind) {
                    return make_units(settings, h.concurrency, kind.lane_count(),
                                      make_executors(kind, name, h.concurrency), watched_by);
                };
                return std::visit(make, h.kind);
            }};
}

unit_plan plan_function(const options& o, const configuration& c, const std::string& name,
                        const handler& function, const handler_options& how, database_watch& watched_by) {
    const concurrency_range concurrency{how.concurrency.min, how.concurrency.max};
    const lane_settings settings = settings_for(o, c, {name}, concurrency.max, how.prefetch);
    return {name, settings, {}, [=, &function, &watched_by] {
                return make_units(settings, concurrency, how.lanes, make_executors(function, concurrency.max),
                                  watched_by);
            }};
}

std::vector<unit_plan> make_plans(const options& o, const configuration& c, const functions& f,
                                  database_watch& watched_by) {
    std::vector<unit_plan> result = {plan_server(o, c, watched_by)};
    for (const auto& [name, h] : c.handlers) result.push_back(plan_handler(o, c, name, h, watched_by));
    for (const auto& [name, registered] : f) {
        result.push_back(plan_function(o, c, name, registered.first, registered.second, watched_by));
    }
    return result;
}

/// They are waited for by the main thread; every other thread is started with them blocked.
sigset_t block_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    signal(SIGPIPE, SIG_IGN);
    return signals;
}

}  // namespace

configuration load_configuration(const options& o, const functions& f) {
    configuration c = read_configuration(o.file, find_in_plugin);
    for (const auto& entry : f) {
        if (!c.handlers.contains(entry.first)) continue;
        throw configuration_error(o.file + ": \"handlers." + entry.first +
                                  "\" is a C++ handler of this program");
    }
    return c;
}

int run_daemon(const options& o, const configuration& c, const functions& f) {
    const sigset_t signals = block_signals();
    log::set_up(o.log_format.value_or(c.log_format), o.log_level.value_or(c.log_level));
    monitor watched_by;
    try {
        watched_by.listen(listen_address(o, c));
        watched_by.show_page(c.page);
    } catch (const listen_error& e) {
        log::error(e.what());
        return bad_configuration;
    }
    supervisor s(
        o, c, [&] { return load_configuration(o, f); },
        [&](const options& of, const configuration& now, database_watch& watch) {
            return make_plans(of, now, f, watch);
        },
        watched_by);
    const int status = s.run(signals);
    log::info("ended", {{"status", std::to_string(status)}});
    return status;
}

}  // namespace fanout::worker_detail
