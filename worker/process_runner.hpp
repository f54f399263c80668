// `process` handlers: long-lived children that take one JSON line for every task and answer with one.
//
// To the child:   {"id": "<run>/<step>/<index>/<attempt>", "run_id": …, "flow": …, "step": …, "index": …,
// "attempt": …,
//                  "input": …}
// From the child: {"id": …, "output": …}, or {"id": …, "error": "…", "final": true}; final may be left out.
//
// The output goes to the database as it stands. A child that dies, answers something else, or does not answer
// in time fails that attempt, and is replaced before the next; after failures in a row with a growing pause.
#pragma once

#include "child.hpp"
#include "thread_executor.hpp"

namespace fanout::worker_detail {

class process_runner : public runner {
public:
    process_runner(std::vector<std::string> argv, size_t max_output_bytes)
        : argv_(std::move(argv)), max_output_bytes_(max_output_bytes) {}
    ~process_runner() override;
    std::string run(const claimed_task& task, std::chrono::steady_clock::time_point deadline) override;

private:
    std::string ask(const claimed_task& task, std::chrono::steady_clock::time_point deadline);
    void ensure_child(const claimed_task& task);
    void replace_child(const claimed_task& task, const std::string& reason);
    [[noreturn]] void fail_after_end();

    std::vector<std::string> argv_;
    size_t max_output_bytes_;
    std::unique_ptr<child> child_;
    int failures_in_a_row_ = 0;
};

}  // namespace fanout::worker_detail
