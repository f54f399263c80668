#include "exec_runner.hpp"

#include "child_io.hpp"
#include "json_text.hpp"

#include <sys/wait.h>

namespace fanout::worker_detail {
namespace {

constexpr int final_exit_status = 100;

environment task_environment(const claimed_task& task) {
    return {{"FANOUT_RUN_ID", task.of->run_id},
            {"FANOUT_FLOW", task.of->flow_slug},
            {"FANOUT_STEP", task.of->step_slug},
            {"FANOUT_TASK_INDEX", std::to_string(task.index)},
            {"FANOUT_ATTEMPT", std::to_string(task.of->attempt)}};
}

void check_end(const std::string& command, int status) {
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
    throw attempt_failed(command + " " + describe_end(status),
                         WIFEXITED(status) && WEXITSTATUS(status) == final_exit_status);
}

void check_printed(const std::string& command, const std::string& output) {
    if (output.find('\0') != std::string::npos) throw attempt_failed(command + " printed a NUL byte");
    if (output.find_first_not_of(" \t\r\n") == std::string::npos)
        throw attempt_failed(command + " printed nothing");
    try {
        check_json(output);
    } catch (const json_error& e) {
        throw attempt_failed(command + " printed no valid JSON: " + e.what());
    }
}

}  // namespace

std::string exec_runner::run(const claimed_task& task, std::chrono::steady_clock::time_point deadline) {
    child c(argv_, task_environment(task));
    try {
        std::string output =
            converse(c, task.input, answer_ends::with_the_child, {task, deadline, max_output_bytes_});
        check_end(argv_[0], c.reap());
        check_printed(argv_[0], output);
        return output;
    } catch (const attempt_failed&) {
        c.stop();
        throw;
    }
}

}  // namespace fanout::worker_detail
