#include "queue/entering_rows.hpp"

#include "flows/handler.hpp"
#include "postgres/settings.hpp"
#include "queue/fair_key.hpp"
#include "queue/wake.hpp"

namespace fanout {

entering_rows::entering_rows(const step_state& state)
    : state_(state), when_(first_availability(state, engine_clock())),
      row_(waiting_row(state, queue_kind::task, queue_handler(state.handler))),
      mark_({row_.queue, row_.handler, row_.priority}) {
    row_.virtual_time = mark_.return_time() + 1;
    row_.expires_at = when_.expires_at;
}

void entering_rows::add(int32_t stripe, int16_t attempt, const index_set& indexes, bool has_progress) {
    row_.stripe = stripe;
    row_.attempt = attempt;
    row_.indexes = indexes;
    row_.has_progress = has_progress;
    entered_.push_back(rows_.add(row_, std::nullopt, when_.available_at));
}

void entering_rows::finish() {
    rows_.finish();
    if (state_.fair_key) move_to_end_of_line(entered_);
    if (when_.available_at == 0) wake_idle_workers(row_.queue, row_.handler);
}

}  // namespace fanout
