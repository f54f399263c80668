// The lines that the daemon and a `process` handler's children exchange: each a JSON object.
//
// To the child:   {"id": "<run>/<step>/<index>/<attempt>", "run_id": …, "flow": …, "step": …, "index": …,
//                  "attempt": …, "timeout_ms": …, "progress": …, "input": …}
//                 {"cancel": "<id>"}
// From the child: {"id": …, "heartbeat": …}, any number of times, then
//                 {"id": …, "output": …} or {"id": …, "error": "…", "final": true}
//
// `id` is the first member of a request, so that a child that can't read the rest can answer all the same.
// `progress` is what the attempt before reported last, where it did; `final` may be left out. Inputs, outputs
// and heartbeats go through as they stand.
#pragma once

#include "tasks/task.hpp"

#include <string_view>

namespace fanout::worker_detail {

/// Makes request lines; what the tasks of a claim have in common is put together once.
class request_writer {
public:
    /// @param key  the task's
    std::string line(const claimed_task& task, const std::string& key);

private:
    std::shared_ptr<const claim> of_;
    std::string common_;
};

std::string cancel_line(const std::string& key);

/// What a child said. Texts are JSON as it stands, and views of the line.
struct child_message {
    std::optional<std::string> id;
    std::optional<std::string_view> heartbeat, output, error;
    bool final = false;

    bool is_answer() const { return output || error; }
};

/// A line that is JSON of another kind has nothing of a message. Throws json_error where it is no JSON.
child_message read_message(std::string_view line);

}  // namespace fanout::worker_detail
