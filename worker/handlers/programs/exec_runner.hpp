// `exec` handlers: a command for every task.
//
// The command gets the task's input on standard input, and FANOUT_RUN_ID, FANOUT_FLOW, FANOUT_STEP,
// FANOUT_TASK_INDEX, FANOUT_ATTEMPT and FANOUT_TIMEOUT_MS in its environment. It prints its output, JSON, and
// exits with 0. Exit status 100 is an error that is not retried; any other is a failed attempt.
#pragma once

#include "handlers/programs/command_settings.hpp"
#include "tasks/thread_executor.hpp"

namespace fanout::worker_detail {

class exec_runner : public runner {
public:
    explicit exec_runner(const exec_settings& settings)
        : command_(settings.what_to_start()), max_output_bytes_(settings.max_output_bytes) {}
    std::string run(const claimed_task& task, attempt_clock clock) override;

private:
    command command_;
    size_t max_output_bytes_;
};

}  // namespace fanout::worker_detail
