// Rows of one owner's fair_key stand in one line, so that together they get what one run would: each has a
// stretch of virtual time for itself, as long as its tasks are many, and goes to the end of the line when
// that is used up. Another owner's key of the same name is another key.
#pragma once

#include "queue/queue_row.hpp"

namespace fanout {

/// The longest stretch. A claim takes no more from a row, so nobody gets ahead of the line.
inline constexpr int32_t longest_stretch = 1000;

/// Where the next row of this one's key, queue and handler enters, unless the clock is past that; 0 without a
/// key.
int64_t end_of_line(const queue_row& row);

/// Where a row goes after this many of its tasks were claimed.
int64_t place_after_claim(const queue_row& rest, int64_t count);

/// Moves rows that have just entered at the clock to the ends of their lines.
void move_to_end_of_line(const std::vector<int64_t>& queue_ids);

/// Writes whose line rows stand in anew, by the owners' numbers here.
void renew_fair_owners();

/// Rows of the runs that `from`, as the tables show it, has: they go to the other owner's line. What a worker is
/// at stays in the old one's.
void hand_over_lines(const std::string& from, Oid to);

}  // namespace fanout
