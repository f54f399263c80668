#include "daemon.hpp"

#include "exec_runner.hpp"
#include "function_runner.hpp"
#include "keeper.hpp"
#include "log.hpp"
#include "process_runner.hpp"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace fanout::worker_detail {
namespace {

constexpr size_t tasks_a_function_thread_takes = 64;
constexpr int sql_tasks_a_connection = 1000;
constexpr std::chrono::milliseconds longest_end{5000};

using units = std::vector<std::unique_ptr<unit>>;

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

executor_factory factory_for(const handler_configuration& h) {
    const int threads = h.concurrency.max;
    auto with_runners = [threads](runner_factory make_runner) -> executor_factory {
        return [=](outcome_sink sink) {
            return std::make_unique<thread_executor>(threads, 1, make_runner, std::move(sink));
        };
    };
    if (const auto* exec = std::get_if<exec_settings>(&h.kind)) {
        return with_runners([settings = *exec](const outcome_sink&) {
            return std::make_unique<exec_runner>(settings.argv, settings.max_output_bytes);
        });
    }
    return with_runners([settings = std::get<process_settings>(h.kind)](const outcome_sink&) {
        return std::make_unique<process_runner>(settings.argv, settings.max_output_bytes);
    });
}

units make_units(const options& o, const configuration& c, const functions& f) {
    units result;
    const auto load = std::make_shared<machine_load>();
    // The engine's own work needs a connection even where no SQL handlers are served.
    const int connections = std::max(c.sql_connections, 1);
    std::vector<std::string> on_server = {"fanout:"};
    if (c.sql_connections > 0) on_server.emplace_back("sql:");
    lane_settings on_server_settings =
        settings_for(o, c, on_server, connections, connections * (sql_tasks_a_connection - 1));
    // Two claims a connection, so that all connections work and none waits for the next claim.
    on_server_settings.claims = 2 * connections;
    result.push_back(std::make_unique<unit>(std::move(on_server_settings), connections));
    for (const auto& [name, h] : c.handlers) {
        result.push_back(std::make_unique<unit>(settings_for(o, c, {name}, h.concurrency.max, h.prefetch),
                                                h.concurrency, load, factory_for(h)));
    }
    for (const auto& [name, registered] : f) {
        const auto& [function, how] = registered;
        const auto watch = std::make_shared<call_watch>();
        const size_t first = result.size();
        for (int i = 0; i < how.lanes; ++i) {
            result.push_back(std::make_unique<unit>(
                settings_for(o, c, {name}, how.concurrency, how.prefetch),
                concurrency_range{how.concurrency, how.concurrency}, load,
                [&function = function, watch, threads = how.concurrency](outcome_sink to) {
                    runner_factory make_runner = [&function, watch](outcome_sink sink) {
                        return std::make_unique<function_runner>(function, watch, std::move(sink));
                    };
                    return std::make_unique<thread_executor>(threads, tasks_a_function_thread_takes,
                                                             make_runner, std::move(to));
                }));
        }
        for (size_t i = first; i < result.size(); ++i) {
            lane& next = result[i + 1 < result.size() ? i + 1 : first]->its_lane();
            result[i]->its_lane().set_next(next);
        }
    }
    return result;
}

/// SIGTERM and SIGINT are waited for by the main thread; every other thread is started with them blocked.
sigset_t block_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    signal(SIGPIPE, SIG_IGN);
    return signals;
}

bool signal_arrived(const sigset_t& signals) {
    const timespec wait{0, 50000000};
    return sigtimedwait(&signals, nullptr, &wait) > 0;
}

/// Waits for the end: by signals, by a lane that the server refuses, or because nothing is left.
int supervise(units& all, const keeper& k, const sigset_t& signals) {
    bool draining = false;
    auto every = [&](auto action) {
        for (auto& u : all) action(*u);
    };
    auto any = [&](auto test) {
        return std::any_of(all.begin(), all.end(), [&](auto& u) { return test(*u); });
    };
    while (any([](unit& u) { return !u.has_ended(); })) {
        if (any([](unit& u) { return u.its_lane().has_failed(); })) {
            every([](unit& u) { u.abandon(); });
            return server_refused;
        }
        if (signal_arrived(signals)) {
            log::info(draining ? "stopping at once" : "draining");
            if (draining) {
                every([](unit& u) { u.abandon(); });
                return aborted;
            }
            every([](unit& u) { u.drain(); });
            draining = true;
        } else if (!draining && k.nothing_is_left()) {
            log::info("nothing is left");
            every([](unit& u) { u.drain(); });
            draining = true;
        }
    }
    return any([](unit& u) { return u.its_lane().has_failed(); }) ? server_refused : finished;
}

/// Waits for what was told to end. A C++ handler that does not return can't be ended but with the process.
void wait_for_end(const units& all, int status) {
    const auto patience = std::chrono::steady_clock::now() + longest_end;
    auto is_over = [](const std::unique_ptr<unit>& u) { return u->is_over(); };
    while (!std::all_of(all.begin(), all.end(), is_over)) {
        if (std::chrono::steady_clock::now() >= patience) {
            log::error("ended, though not all has come to its end", {{"status", std::to_string(status)}});
            std::_Exit(status);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

}  // namespace

int run_daemon(const options& o, const configuration& c, const functions& f) {
    const sigset_t signals = block_signals();
    units all = make_units(o, c, f);
    for (auto& u : all) u->start();
    const keeper k(o.connection, all, o.once);
    const int status = supervise(all, k, signals);
    wait_for_end(all, status);
    log::info("ended", {{"status", std::to_string(status)}});
    return status;
}

}  // namespace fanout::worker_detail
