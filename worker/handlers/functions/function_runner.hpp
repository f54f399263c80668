// C++ handlers.
#pragma once

#include "fanout/handler.hpp"
#include "handlers/functions/plugin_settings.hpp"
#include "tasks/thread_executor.hpp"

namespace fanout::worker_detail {

/// Watches the calls of handlers that run: where a call's time is up, its attempt fails, whenever it returns;
/// where its result is not wanted any more, it is asked to stop.
class call_watch {
public:
    call_watch();

    /// One thread's call under way.
    struct call {
        std::mutex mutex;
        const claimed_task* task = nullptr;  ///< null while none is under way, or it has been given up
        std::optional<attempt_clock> clock;
        std::stop_source stop;
        outcome_sink sink;
    };

    void add(std::shared_ptr<call> c);

private:
    void watch(std::stop_token stop);

    std::mutex mutex_;
    std::condition_variable_any ended_;
    std::vector<std::shared_ptr<call>> calls_;
    std::jthread thread_;
};

class function_runner : public runner, private heartbeat_sink {
public:
    function_runner(const handler& function, std::shared_ptr<call_watch> watch, outcome_sink sink);
    std::string run(const claimed_task& task, attempt_clock clock) override;

private:
    void begin(const claimed_task& task, attempt_clock clock);
    void heartbeat(std::string details) override;
    /// Returns whether the result still counts.
    bool end();

    const handler& function_;
    std::shared_ptr<call_watch> watch_;
    std::shared_ptr<call_watch::call> call_;
};

/// Of several executors, whose calls are watched together. The function outlives them: it belongs to the
/// fanout::worker that runs, or to a plugin, which stays loaded.
executor_factory make_executors(const handler& function, int threads);

}  // namespace fanout::worker_detail
