// From where on the first waiting row of a handler is looked for, when a row enters the queue.
//
// Claims take the rows from the front of the index and leave dead entries there, which stay as long as any
// snapshot is old enough to need them: without a mark each start of a run looked at all of them. What waits
// moves up only, so a backend goes on from where it last found the first. It is a hint, for rows that enter a
// little out of order: from time to time it is forgotten, as often as leaves the looks from the beginning a
// two hundredth of the time.
#pragma once

#include "postgres/postgres_api.hpp"

#include <map>
#include <string>
#include <tuple>

namespace fanout {

/// Rows of one queue, handler and priority.
struct entry_line {
    std::string queue, handler;
    int32_t priority;

    bool operator<(const entry_line& other) const {
        return std::tie(queue, handler, priority) < std::tie(other.queue, other.handler, other.priority);
    }
};

class entry_mark {
public:
    explicit entry_mark(entry_line line);

    /// Where a row comes back: at the clock, or where the next row of its line stands, if that is earlier. The
    /// clock is one for all handlers, and that of a slow one's rows lags behind: at the clock a row would wait
    /// behind all that there is. A new row enters right behind: so those that come at the same time stand
    /// together, those that come later behind them, and time goes on where each row has only one task.
    int64_t return_time() const;
    /// A new row has entered there.
    void entered(int64_t virtual_time) const;

private:
    entry_line line_;
    int64_t from_ = 0;
    int64_t began_;
};

/// Where rows that come back together do so, looked up once a line.
class return_times {
public:
    int64_t of(const entry_line& line);

private:
    std::map<entry_line, int64_t> known_;
};

}  // namespace fanout
