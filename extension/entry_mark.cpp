#include "entry_mark.hpp"

#include "hint_life.hpp"

namespace fanout {
namespace {

struct mark {
    int64_t virtual_time;
    TimestampTz good_until;
};

std::map<entry_line, mark> marks;

}  // namespace

entry_mark::entry_mark(entry_line line) : line_(std::move(line)), began_(GetCurrentTimestamp()) {
    const auto known = marks.find(line_);
    if (known == marks.end()) return;
    if (began_ < known->second.good_until) {
        from_ = known->second.virtual_time;
    } else {
        marks.erase(known);
    }
}

void entry_mark::entered(int64_t virtual_time) const {
    constexpr int64_t times = 200, longest_us = 60 * USECS_PER_SEC;
    constexpr size_t most_marks = 1000;
    const auto known = marks.find(line_);
    if (known != marks.end()) {
        known->second.virtual_time = virtual_time - 1;
        return;
    }
    if (marks.size() >= most_marks) marks.clear();
    marks[line_] = {virtual_time - 1, believed_until(began_, times, longest_us)};
}

}  // namespace fanout
