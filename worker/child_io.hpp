// Talking with a child through its pipes, with a deadline, a limit and a way to stop.
#pragma once

#include "child.hpp"
#include "task.hpp"

#include <string>

namespace fanout::worker_detail {

/// What a conversation with a child heeds, and for whom its standard error is logged.
struct conversation {
    const claimed_task& task;
    std::chrono::steady_clock::time_point deadline;
    size_t max_output_bytes;
};

/// Where a child's answer ends: with its first line (and the child stays), or when the child itself ends,
/// which gets the end of its input to know that there is no more.
enum class answer_ends { with_the_line, with_the_child };

/// Writes `text` to the child and collects its answer. Its standard error goes to the log, a line at a time.
/// Throws attempt_failed at the deadline, the limit, or when told to stop. What the child's own children
/// print after its end is not waited for.
std::string converse(child& c, std::string_view text, answer_ends ends, const conversation& about);

}  // namespace fanout::worker_detail
