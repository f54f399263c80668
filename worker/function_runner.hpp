// C++ handlers.
#pragma once

#include "executor.hpp"
#include "fanout/worker.hpp"

namespace fanout::worker_detail {

class function_runner : public runner {
public:
    explicit function_runner(const handler& function) : function_(function) {}

    std::string run(const claimed_task& task, std::chrono::steady_clock::time_point deadline) override {
        const claim& c = *task.of;
        fanout::task t{c.run_id,  c.flow_slug, c.step_slug, task.index,
                       c.attempt, task.input,  deadline,    c.stop.get_token()};
        try {
            return function_(t);
        } catch (const final_error& e) {
            throw attempt_failed(e.what(), true);
        }
    }

private:
    const handler& function_;
};

}  // namespace fanout::worker_detail
