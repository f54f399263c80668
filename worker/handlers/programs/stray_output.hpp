// What a `process` handler's child prints that is no answer: a print() left in, a banner, a library's
// warning.
//
// Such a line can't be told to be about a task: one that was printed after an answer is read after the next
// task was given. So it fails nobody. It is logged, and where the task fails without an answer, the error
// shows it.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>

namespace fanout::worker_detail {

class stray_output {
public:
    /// Logs a line, the child's first one with what to do about it.
    void note(const std::string& handler, pid_t pid, const std::string& task, std::string_view line);
    /// The task was answered: what was printed before says nothing about the next one.
    void forget() { last_.clear(); }

    /// What to add to the error of a task without an answer: empty, or begins with a comma.
    /// @param unfinished  what was printed last and has no line break
    std::string remark(std::string_view unfinished) const;

private:
    std::string last_;
    bool was_explained_ = false;
};

}  // namespace fanout::worker_detail
