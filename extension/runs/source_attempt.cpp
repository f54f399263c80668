#include "runs/source_attempt.hpp"

#include "plain/backoff.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/error_text.hpp"
#include "postgres/settings.hpp"
#include "runs/results.hpp"

namespace fanout {
namespace {

constexpr int32_t source_index = -1;

/// A resume goes on counting.
int16_t attempt_of(const step_state& state) {
    const std::map<int32_t, int16_t> failed = failed_attempts(state, source_index, source_index);
    return static_cast<int16_t>(failed.empty() ? 1 : failed.at(source_index) + 1);
}

}  // namespace

source_failure record_source_failure(const step_state& state, const pg_error& error) {
    if (error.has_sqlstate(sqlstate::invalid_source)) return {error.message(), false, std::nullopt};
    const int16_t attempt = attempt_of(state);
    const bool is_final = error.has_sqlstate(sqlstate::final_error);
    const bool is_last = is_final || attempt >= state.max_attempts;
    const TimestampTz now = engine_clock();
    insert_failure(state.generation, {state.state_id, 0, 0, source_index, attempt},
                   {is_last, is_final, error_text(error.message())}, now);
    std::string message = error.message();
    if (attempt > 1) message += " (attempt " + std::to_string(attempt) + ")";
    if (is_last) return {message, is_final, std::nullopt};
    const int64_t backoff = backoff_us(state.base_delay_us, state.max_delay_us, attempt);
    return {message, false, next_retry(now, backoff, 0, pg_prng_double(&pg_global_prng_state)).at_us};
}

}  // namespace fanout
