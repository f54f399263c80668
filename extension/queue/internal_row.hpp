// Queue rows that stand for the engine's own work on a step state, which a worker has it do in a transaction
// of its own (run_internal).
#pragma once

#include "queue/queue_row.hpp"
#include "runs/state.hpp"

namespace fanout {

/// What such a row says.
struct internal_work {
    /// 'start' or 'finish': of a step, which 'finish' also lets go on with its next task in order; 'count':
    /// tasks that have ended, or are to be retried, and aren't counted yet; 'retry': the same of retries that
    /// aren't taken off their budget yet; 'fail': the step fails for the reason.
    queue_kind kind;
    int32_t stripe = 0;
    int16_t attempt = 1;
    bool has_progress = false;
    index_set indexes = {0, 1};
    TimestampTz available_at = 0;  ///< 0: at once
    std::optional<std::string> reason = std::nullopt;
    bool reason_is_final = false;
};

/// How soon what was put off is tried again, because somebody else has locked what it needs.
inline constexpr int64_t busy_pause_us = USECS_PER_SEC / 4;

/// Work that is put off for that time.
internal_work put_off(queue_kind kind);

/// Puts a row for the engine's own work into the queue.
void enqueue_internal(const step_state& state, const internal_work& work);

/// What becomes of a queue row that the caller has locked and that stands in everybody's way: in its place
/// comes a row that fails its step. Where that isn't possible either, it is put aside, for ever, with the
/// reason.
void fail_step_of_row(int64_t queue_id, const std::string& reason);

/// Puts a row aside: it keeps its reason, waits for no limit and no time, and isn't claimed any more. The log
/// says so.
void put_aside(int64_t queue_id, const std::string& reason);

}  // namespace fanout
