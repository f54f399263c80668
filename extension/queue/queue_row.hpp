// A row of the queue, as it is read under its lock.
#pragma once

#include "plain/index_set.hpp"
#include "plain/named_values.hpp"
#include "postgres/patience.hpp"

#include <optional>

namespace fanout {

/// What a row stands for: tasks, or the end of a child run, which is the outcome of its parent's task; or the
/// engine's own work: see internal_row.hpp.
enum class queue_kind { task, child, start, finish, count, retry, fail };
inline constexpr named_values<queue_kind, 7> queue_kinds{{{{queue_kind::task, "task"},
                                                           {queue_kind::child, "child"},
                                                           {queue_kind::start, "start"},
                                                           {queue_kind::finish, "finish"},
                                                           {queue_kind::count, "count"},
                                                           {queue_kind::retry, "retry"},
                                                           {queue_kind::fail, "fail"}}}};

/// A queue row: a claim that a worker holds, or while it waits, what a claim is taken from. Which of
/// its members keep two rows apart, and how the others become one, shared_retry and due_rows say.
struct queue_row {
    int64_t queue_id;  ///< the id of the claim, once it is one
    int64_t state_id;
    int64_t virtual_time;
    TimestampTz claimed_at;  ///< 0 while it waits, and so is worker_id
    int64_t worker_id;
    int32_t stripe;
    int32_t virtual_step;
    int32_t priority;
    int generation;
    int16_t attempt;
    bool crashed;
    TimestampTz available_at = 0;  ///< the time that it waits for, infinity for a limit; 0: it could run now
    bool has_progress;  ///< whether one of its tasks may have reported, in this attempt or one before
    queue_kind kind;
    std::string queue, handler;
    std::optional<std::string> fair_key;
    Oid fair_owner;          ///< whose key that is; none without one
    TimestampTz expires_at;  ///< while it waits, from then on it fails; 0: never
    int16_t errors = 0;      ///< of the engine's own work: so often in a row it has failed with `reason`
    std::optional<std::string> reason{};
    bool reason_is_final =
        false;  ///< of a row that fails its step: it was said that this is not to be retried
    index_set indexes;
};

/// The sequence whose last value is virtual time.
inline constexpr const char* virtual_clock = "virtual_time_seq";

/// Locks those of the rows that are still there under their ids, in the order of these, and reads them.
std::vector<queue_row> lock_queue_rows(std::vector<int64_t> ids, when_locked how);

struct locked_queue_rows {
    std::vector<queue_row> rows;
    std::vector<int64_t> busy;  ///< those that somebody else has locked
};

/// Likewise, by rising id.
/// @param waits  null: for as long as it takes
locked_queue_rows lock_queue_rows(std::vector<int64_t> ids, patience* waits);

}  // namespace fanout
