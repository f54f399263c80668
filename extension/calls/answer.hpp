// The rows that exchange and claim_tasks return.
#pragma once

#include "postgres/entry.hpp"
#include "postgres/row_writer.hpp"
#include "queue/claim.hpp"

#include <algorithm>

namespace fanout {

/// Writes an exchange's rows, or those of claim_tasks, which have no kind.
class task_writer {
public:
    enum column {
        kind,
        claim_id,
        run_id,
        flow_slug,
        step_slug,
        task_index,
        attempt,
        handler,
        input,
        timeout,
        progress,
        heartbeat_timeout,
        context
    };

    task_writer(const call& c, bool with_kind, bool brief)
        : rows_(c), offset_(with_kind ? 0 : 1), brief_(brief) {}

    /// Whether only a claim's first row has what its rows have in common, and a row has consecutive tasks.
    bool is_brief() const { return brief_; }

    /// A row that is about a claim only.
    void notice(const char* what, std::optional<int64_t> about) {
        start(what);
        if (about) set(claim_id, Int64GetDatum(*about));
        put();
    }

    /// There is nothing now, but there will be after so many microseconds.
    void ask_again_after(int64_t wait_us) {
        Interval wait{wait_us, 0, 0};
        start("again");
        set(timeout, IntervalPGetDatum(&wait));
        put();
    }

    void start_claim(const char* what, const queue_row& c, const step_state& state) {
        start(what);
        set(claim_id, Int64GetDatum(c.queue_id));
        set(run_id, param::uuid(state.run_id).datum);
        set(flow_slug, param::text(state.flow_slug).datum);
        set(step_slug, param::text(state.step_slug).datum);
        set(attempt, Int32GetDatum(c.attempt));
        set(handler, param::text(state.handler).datum);
        set(timeout, IntervalPGetDatum(&state.timeout));
        if (state.heartbeat_timeout) set(heartbeat_timeout, IntervalPGetDatum(&*state.heartbeat_timeout));
    }

    void set(column at, Datum value) {
        values_[at] = value;
        nulls_[at] = false;
    }

    /// A value, or null.
    void set(column at, const std::optional<Datum>& value) {
        values_[at] = value.value_or(0);
        nulls_[at] = !value;
    }

    void put() { rows_.write(values_ + offset_, nulls_ + offset_); }

    /// After the first row of a claim: what its rows have in common needs no second time where the caller
    /// says so.
    void shorten() {
        if (!brief_) return;
        for (column c : {run_id, flow_slug, step_slug, attempt, handler, timeout, heartbeat_timeout, context})
            nulls_[c] = true;
    }

private:
    void start(const char* what) {
        std::fill(std::begin(nulls_), std::end(nulls_), true);
        set(kind, param::text(what).datum);
    }

    static constexpr int column_count = context + 1;

    row_writer rows_;
    int offset_;
    bool brief_;
    Datum values_[column_count];
    bool nulls_[column_count];
};

/// Writes claims: a row a task with its input, or where brief a row for consecutive tasks; or a row a claim
/// that is run on the server. Tasks whose inputs are too much for one answer go back into the queue.
void write_answer(task_writer& writer, const claimed_tasks& claimed);

}  // namespace fanout
