// Talking with a command through its pipes, with a deadline, a limit and a way to stop.
#pragma once

#include "handlers/programs/child_log.hpp"
#include "handlers/programs/child_process.hpp"
#include "tasks/attempt_clock.hpp"
#include "tasks/task.hpp"

#include <string>

namespace fanout::worker_detail {

/// What a conversation with a command heeds.
struct conversation {
    const claimed_task& task;
    attempt_clock clock;
    size_t max_output_bytes;
    child_log& log;
};

/// Writes the task's input to the command, closes its input, and collects what it prints until it ends. Its
/// standard error goes to the log, a line at a time. Throws attempt_failed at the deadline, the limit, or
/// when told to stop. What the command's own children print after its end is not waited for.
std::string converse(child& c, conversation about);

}  // namespace fanout::worker_detail
