// What a child says on its standard error, in the daemon's log.
#pragma once

#include "base/descriptor.hpp"

#include <sys/types.h>

#include <string>

namespace fanout::worker_detail {

/// Logs a child's standard error a line at a time, with the handler, the child, and the task if it has one.
class child_log {
public:
    child_log(std::string handler, pid_t pid) : handler_(std::move(handler)), pid_(std::to_string(pid)) {}

    /// Reads what is there. Returns whether there was anything.
    bool read(descriptor& from, const std::string& task);
    /// The child has ended: what is left is a line, too.
    void finish(descriptor& from, const std::string& task);

private:
    void log_lines(const std::string& task, bool at_end);
    void log_line(const std::string& task, std::string line) const;

    std::string handler_, pid_, text_;
};

}  // namespace fanout::worker_detail
