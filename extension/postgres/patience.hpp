// Waiting for rows that somebody else has locked, in a call that serves many owners: a tenth of a second in
// all, for however many rows. What is still locked then is put off, so that nobody's open transaction stops
// the others.
#pragma once

#include "plain/steady_clock.hpp"
#include "postgres/row_lock.hpp"
#include "postgres/settings.hpp"

#include <algorithm>

namespace fanout {

/// The shortest lock_timeout that there is.
inline constexpr int64_t shortest_wait_us = 1000;

/// From construction on, what is left to one call.
class patience {
public:
    /// Runs `f`, which waits for one lock, in a subtransaction. Returns false where the time is up before it
    /// has that. Every other error is thrown on.
    ///
    /// @param least_us  it waits for so long even if no time is left: for what can't be tried without waiting
    template <typename F> bool wait_for(F&& f, int64_t least_us = 0);

private:
    void begin_wait(int64_t longest_us);
    void end_wait();

    int64_t left_us_ = lock_patience_us();
    int settings_level_ = 0;
};

/// Rows that are locked now, as they are under their locks, and the positions of the keys whose rows somebody
/// else has locked.
struct locked_in_time {
    found_rows rows;
    std::vector<size_t> busy;
};

/// Locks the rows that have these keys, in their order.
///
/// @param waits  null: for as long as it takes
locked_in_time lock_in_time(const row_lock& lock, const std::vector<Datum>& keys, patience* waits);

/// Runs `insert`, a row that somebody else may be inserting as well. Returns false where its transaction is
/// still open when the time is up.
///
/// @param waits  null: for as long as it takes
template <typename F> bool insert_in_time(F&& insert, patience* waits) {
    // Whether somebody is at it is only seen by trying, so it waits for a moment in any case.
    if (waits) return waits->wait_for(insert, shortest_wait_us);
    insert();
    return true;
}

/// Throws lock_not_available: what was to be done is put off as a whole.
[[noreturn]] void raise_busy(const std::string& what,
                             const std::string& hint = "It is tried again until that has ended.");

template <typename F> bool patience::wait_for(F&& f, int64_t least_us) {
    const int64_t longest_us = std::max(left_us_, least_us);
    if (longest_us < shortest_wait_us) return false;
    const int64_t began = steady_clock_us();
    const std::optional<pg_error> error = subtransaction([&] {
        begin_wait(longest_us);
        f();
        end_wait();
    });
    left_us_ -= steady_clock_us() - began;
    if (!error) return true;
    if (error->data()->sqlerrcode != ERRCODE_LOCK_NOT_AVAILABLE) throw pg_error(*error);
    return false;
}

}  // namespace fanout
