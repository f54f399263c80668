#include "handlers/programs/child_log.hpp"

#include "base/log.hpp"

#include <algorithm>

namespace fanout::worker_detail {
namespace {

constexpr size_t longest_line = 4096;
/// Of what an ended child left behind: what its own children still write would have no end.
constexpr int most_reads_at_end = 16;

}  // namespace

bool child_log::read(descriptor& from, const std::string& task) {
    if (!from.is_open() || !read_some(from, text_)) return false;
    log_lines(task, false);
    return true;
}

void child_log::finish(descriptor& from, const std::string& task) {
    for (int i = 0; i < most_reads_at_end && read(from, task); ++i) {
    }
    log_lines(task, true);
}

void child_log::log_lines(const std::string& task, bool at_end) {
    size_t begin = 0;
    while (begin < text_.size()) {
        const size_t end = text_.find('\n', begin);
        if (end == std::string::npos && !at_end && text_.size() - begin < longest_line) break;
        const size_t length = std::min(end - begin, longest_line);
        log_line(task, text_.substr(begin, length));
        begin += length;
        if (begin == end) ++begin;
    }
    text_.erase(0, std::min(begin, text_.size()));
}

void child_log::log_line(const std::string& task, std::string line) const {
    if (task.empty()) {
        log::info("stderr", {{"handler", handler_}, {"pid", pid_}, {"line", std::move(line)}});
    } else {
        log::info("stderr",
                  {{"handler", handler_}, {"pid", pid_}, {"task", task}, {"line", std::move(line)}});
    }
}

}  // namespace fanout::worker_detail
