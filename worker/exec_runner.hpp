// `exec` handlers: a command for every task.
//
// The command gets the task's input on standard input, and FANOUT_RUN_ID, FANOUT_FLOW, FANOUT_STEP,
// FANOUT_TASK_INDEX and FANOUT_ATTEMPT in its environment. It prints its output, JSON, and exits with 0. Exit
// status 100 is an error that is not retried; any other is a failed attempt.
#pragma once

#include "thread_executor.hpp"

#include <string>
#include <vector>

namespace fanout::worker_detail {

class exec_runner : public runner {
public:
    exec_runner(std::vector<std::string> argv, size_t max_output_bytes)
        : argv_(std::move(argv)), max_output_bytes_(max_output_bytes) {}
    std::string run(const claimed_task& task, std::chrono::steady_clock::time_point deadline) override;

private:
    std::vector<std::string> argv_;
    size_t max_output_bytes_;
};

}  // namespace fanout::worker_detail
