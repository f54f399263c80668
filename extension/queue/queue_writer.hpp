// Writing rows into the queue.
#pragma once

#include "postgres/table_insert.hpp"
#include "queue/availability.hpp"
#include "queue/queue_row.hpp"

namespace fanout {

/// A row of the state that waits, as yet without tasks: of the first attempt, in a line of its own.
queue_row waiting_row(const step_state& state, queue_kind kind, const std::string& handler);

class queue_writer {
public:
    queue_writer();

    /// Adds a row that is like this one, with a new id, which it returns. A row without a worker waits.
    ///
    /// @param sequence      of the call that claims it
    /// @param available_at  from when on it can be claimed; 0: at once
    int64_t add(const queue_row& row, std::optional<int64_t> sequence, TimestampTz available_at);
    /// Inserts what was added. The statements that come after see it.
    void finish() { insert_.finish(); }

private:
    table_insert insert_;
};

}  // namespace fanout
