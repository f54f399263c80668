#include "handlers/programs/exec_runner.hpp"

#include "base/byte_order_mark.hpp"
#include "base/json_text.hpp"
#include "base/quoted_output.hpp"
#include "handlers/programs/child_io.hpp"

#include <sys/wait.h>

namespace fanout::worker_detail {
namespace {

constexpr int final_exit_status = 100;

command for_task(command c, const claimed_task& task) {
    for (const std::string& variable :
         {"FANOUT_RUN_ID=" + task.of->run_id, "FANOUT_FLOW=" + task.of->flow_slug,
          "FANOUT_STEP=" + task.of->step_slug, "FANOUT_TASK_INDEX=" + std::to_string(task.index),
          "FANOUT_ATTEMPT=" + std::to_string(task.of->attempt),
          "FANOUT_TIMEOUT_MS=" + std::to_string(task.of->timeout.count())}) {
        c.variables.push_back(variable);
    }
    return c;
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
        throw attempt_failed(command + " printed no valid JSON: " + e.what() + ", in " +
                             quoted_output(output));
    }
}

}  // namespace

std::string exec_runner::run(const claimed_task& task, attempt_clock clock) {
    const std::string& name = command_.argv[0];
    child c(for_task(command_, task));
    child_log log(task.of->handler, c.pid());
    std::string output;
    try {
        output = converse(c, {task, clock, max_output_bytes_, log});
    } catch (const attempt_failed&) {
        c.stop(command_.stop_grace);
        log.finish(c.errors, task.key());
        throw;
    }
    log.finish(c.errors, task.key());
    check_end(name, c.reap());
    skip_byte_order_mark(output);
    check_printed(name, output);
    return output;
}

executor_factory make_executors(const exec_settings& settings, const std::string&,
                                concurrency_range concurrency) {
    return [settings, threads = concurrency.max](outcome_sink to) {
        runner_factory make_runner = [settings](const outcome_sink&) {
            return std::make_unique<exec_runner>(settings);
        };
        return std::make_unique<thread_executor>(threads, 1, std::move(make_runner), std::move(to));
    };
}

}  // namespace fanout::worker_detail
