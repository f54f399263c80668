#include "queue/entry_mark.hpp"

#include "postgres/hint_life.hpp"
#include "postgres/index_scan.hpp"
#include "postgres/relation.hpp"
#include "postgres/statement.hpp"
#include "queue/queue_row.hpp"

#include <algorithm>

namespace fanout {
namespace {

struct mark {
    int64_t virtual_time;
    int64_t good_until;
};

std::map<entry_line, mark> marks;

}  // namespace

entry_mark::entry_mark(entry_line line) : line_(std::move(line)), began_(steady_clock_us()) {
    const auto known = marks.find(line_);
    if (known == marks.end()) return;
    if (began_ < known->second.good_until) {
        from_ = known->second.virtual_time;
    } else {
        marks.erase(known);
    }
}

int64_t entry_mark::return_time() const {
    static const index_scan first("queue", "queue_claimable",
                                  {{1, BTEqualStrategyNumber, F_TEXTEQ},
                                   {2, BTEqualStrategyNumber, F_TEXTEQ},
                                   {3, BTEqualStrategyNumber, F_INT4EQ},
                                   {4, BTGreaterEqualStrategyNumber, F_INT8GE}},
                                  {"virtual_time"});
    const int64_t clock = last_value(virtual_clock);
    const found_rows found = first.run(read_snapshot(),
                                       {param::text(line_.queue).datum, param::text(line_.handler).datum,
                                        Int32GetDatum(line_.priority), Int64GetDatum(from_)},
                                       1);
    return found.empty() ? clock : std::min(clock, found.int8(0, 1));
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

int64_t return_times::of(const entry_line& line) {
    const auto [time, is_new] = known_.try_emplace(line);
    if (is_new) time->second = entry_mark(line).return_time();
    return time->second;
}

}  // namespace fanout
