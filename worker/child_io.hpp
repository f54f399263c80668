// Talking with a child through its pipes, with a deadline, a limit and a way to stop.
#pragma once

#include "child.hpp"
#include "task.hpp"

#include <functional>
#include <string>

namespace fanout::worker_detail {

/// What a conversation with a child heeds, and for whom its standard error is logged.
struct conversation {
    const claimed_task& task;
    std::chrono::steady_clock::time_point deadline;
    size_t max_output_bytes;
};

/// Writes `text` to the child and collects its output until `enough(output)` or the end of the output. Its
/// standard error goes to the log, a line at a time. Throws attempt_failed at the deadline, the limit, or
/// when told to stop.
std::string converse(child& c, std::string_view text, bool close_input, const conversation& about,
                     const std::function<bool(const std::string&)>& enough);

}  // namespace fanout::worker_detail
